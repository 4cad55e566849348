package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.sized.SizedVolumes;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.junit.Sentences;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What all topics share: an empty account before each test, and one after it. */
@DisplayNameGeneration(Sentences.class)
abstract class Contract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>> {
  static final String REGION = World.REGION;
  static final Duration PATIENCE = Eventually.PATIENCE;

  /** The kind of volumes that the topic is about. */
  final Kind<V, C> kind;

  World world;
  StorageClient storage;

  Contract(Kind<V, C> kind) {
    this.kind = kind;
  }

  abstract BackendFixture fixture();

  @BeforeEach
  void begin() {
    world = new World(fixture());
    world.assertEmpty(world.account);
    storage = world.connect();
    if (kind.profile(fixture()).isEmpty()) {
      // What the backend has not, it refuses by name: then there is nothing more to assert.
      assertThatThrownBy(() -> volumes(storage).create(small("any")))
          .isInstanceOfAny(UnsupportedException.class, InvalidRequestException.class);
      Assumptions.abort("the backend has no volumes of kind " + kind.kind());
    }
  }

  @AfterEach
  void end() {
    world.close();
  }

  final boolean can(Capability capability) {
    return fixture().capabilities().contains(capability);
  }

  /** A client's volumes of the kind. */
  final SizedVolumes<V, C> volumes(StorageClient client) {
    return kind.of(client);
  }

  /** A request for the smallest volume. */
  final C small(String name) {
    return kind.named(name).size(gb(1)).region(REGION);
  }

  /** A small volume that can be attached. */
  final V volume(String name) {
    return volume(storage, name);
  }

  final V volume(StorageClient client, String name) {
    return volumes(client).create(small(name)).await(PATIENCE);
  }

  /** The profile that small volumes are made from. */
  final Profile profile() {
    return kind.profile(fixture()).orElseThrow();
  }

  /** The profile whose volumes stay pending; empty where held steps do that. */
  final Optional<Profile> pendingProfile() {
    return kind.pending(fixture());
  }

  /** Attaches volumes of the kind to an instance, each below {@code /mnt}; does not start it. */
  final Launch attach(String instance, String... names) {
    return attach(storage, instance, names);
  }

  final Launch attach(StorageClient client, String instance, String... names) {
    LaunchRequest request = client.attachments().to(instance(instance));
    for (String name : names) {
      request = request.mount(kind.ref(name), "/mnt/" + name);
    }
    return request.plan().apply();
  }

  static Target instance(String name) {
    return Target.instance(name).region(REGION);
  }
}
