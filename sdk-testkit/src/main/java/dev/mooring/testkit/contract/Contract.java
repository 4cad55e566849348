package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.junit.Sentences;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What all topics share: an empty account before each test, and one after it. */
@DisplayNameGeneration(Sentences.class)
abstract class Contract {
  static final String REGION = World.REGION;
  static final Duration PATIENCE = Eventually.PATIENCE;

  World world;
  StorageClient storage;

  abstract BackendFixture fixture();

  @BeforeEach
  void begin() {
    world = new World(fixture());
    world.assertEmpty(world.account);
    storage = world.connect();
  }

  @AfterEach
  void end() {
    world.close();
  }

  final boolean can(Capability capability) {
    return fixture().capabilities().contains(capability);
  }

  /** A request for the smallest drive. */
  static CreateDrive small(String name) {
    return CreateDrive.named(name).size(gb(1)).region(REGION);
  }

  /** A small drive that can be attached. */
  final CloudDrive drive(String name) {
    return drive(storage, name);
  }

  static CloudDrive drive(StorageClient client, String name) {
    return client.cloudDrives().create(small(name)).await(PATIENCE);
  }

  /** Attaches drives to an instance, each below {@code /mnt}; does not start it. */
  final Launch attach(String instance, String... drives) {
    return attach(storage, instance, drives);
  }

  static Launch attach(StorageClient client, String instance, String... drives) {
    LaunchRequest request = client.attachments().to(instance(instance));
    for (String drive : drives) {
      request = request.mount(drive, "/mnt/" + drive);
    }
    return request.plan().apply();
  }

  static Target instance(String name) {
    return Target.instance(name).region(REGION);
  }
}
