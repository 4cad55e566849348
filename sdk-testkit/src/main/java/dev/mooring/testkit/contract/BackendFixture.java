package dev.mooring.testkit.contract;

import dev.mooring.StorageClient;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.FakeClock;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeKind;
import java.util.Optional;
import java.util.Set;

/**
 * What the contract suite needs of a backend under test. One fixture serves many tests: each uses
 * an account of its own, and leaves nothing.
 */
public interface BackendFixture extends AutoCloseable {
  /**
   * The backend. Every connection of it sees the same store, as two processes would: also when it
   * keeps its records in memory.
   */
  Backend backend();

  /**
   * The same store through a backend whose launch grace is short enough to be waited for, at most a
   * few seconds. Only asked for where there is no {@link #clock()}.
   */
  default Backend backendWithShortGrace() {
    return backend();
  }

  /** The clock that the backend takes from its client; empty when it has one of its own. */
  default Optional<FakeClock> clock() {
    return Optional.empty();
  }

  /**
   * What the backend must be able to do: exactly what its connections say. All else must be
   * refused.
   */
  Set<Capability> capabilities();

  /** A profile of drives that can be had, with at least 40 GB free. */
  Profile profile();

  /** A profile of filesystems that can be had; empty where the backend makes none. */
  default Optional<Profile> filesystemProfile() {
    return Optional.empty();
  }

  /**
   * A profile whose drives stay {@code PENDING}; empty where core makes volumes step by step, so
   * that the suite can hold those steps.
   */
  default Optional<Profile> pendingProfile() {
    return Optional.empty();
  }

  /** Whether the filesystems of a kind's profile grow while they are mounted. */
  default boolean growsWhileMounted(VolumeKind kind) {
    return true;
  }

  /**
   * Lets the backend refuse for good to let volumes of a kind grow, in words that contain these,
   * until the answer is run; empty where core lets volumes grow step by step, so that the suite can
   * refuse those steps.
   */
  default Optional<Runnable> refuseGrowth(VolumeKind kind, String words) {
    return Optional.empty();
  }

  /** Claims that others make; empty where there is nothing to adopt. */
  default Optional<ForeignClaims> foreignClaims() {
    return Optional.empty();
  }

  /**
   * Takes the bytes of a volume away behind the SDK's back, until the answer is run; empty where
   * nobody but the record tells of health.
   */
  default Optional<Runnable> lose(Volume volume) {
    return Optional.empty();
  }

  /** Whether somebody measures how much of mounted volumes is used, where the backend asks. */
  default boolean measures() {
    return true;
  }

  /** Ends an instance behind the SDK's back, as its platform or a crash would. */
  default void killInstance(StorageClient other, String name) {
    other.instances().find(name).ifPresent(instance -> instance.stop());
  }

  /**
   * Asserts that nothing of an account is left where the backend keeps bytes and objects. The suite
   * itself looks at records, instances and attachments.
   */
  void assertEmpty(String account);

  @Override
  void close();
}
