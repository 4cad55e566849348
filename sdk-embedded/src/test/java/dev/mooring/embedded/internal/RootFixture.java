package dev.mooring.embedded.internal;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.volume.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is the same of all embedded backends under test: what they can do, and where they look. */
interface RootFixture extends BackendFixture {
  /** The root folder. */
  Path root();

  @Override
  default Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.DRIVES,
        Capability.FILESYSTEMS,
        Capability.ATTACHING,
        Capability.INSTANCES,
        Capability.SCRATCH,
        Capability.RESIZING,
        Capability.USAGE,
        Capability.HEALTH,
        Capability.SNAPSHOTS,
        Capability.AUDIT,
        Capability.NAMES);
  }

  @Override
  default Profile profile() {
    return StandardProfiles.ALL.get(0);
  }

  @Override
  default Optional<Profile> filesystemProfile() {
    return Optional.of(StandardProfiles.ALL.get(1));
  }

  @Override
  default Optional<Runnable> lose(Volume volume) {
    Path folder = Path.of(volume.backendDetails().getOrDefault("path", ""));
    Path aside = folder.resolveSibling("aside");
    move(folder, aside);
    return Optional.of(() -> move(aside, folder));
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  default void assertEmpty(String account) {
    Bytes.assertEmpty(root(), account);
  }

  @Override
  default void close() {}
}
