package dev.mooring.testkit.region;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.junit.Sentences;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What all topics share: an empty account of two regions before each test, and one after it. */
@DisplayNameGeneration(Sentences.class)
abstract class RegionsTopic {
  static final String HOME = TwoRegions.HOME;
  static final String OTHER = TwoRegions.OTHER;
  static final Duration PATIENCE = Eventually.PATIENCE;

  TwoRegions world;

  abstract RegionsFixture fixture();

  @BeforeEach
  void begin() {
    world = new TwoRegions(fixture());
  }

  @AfterEach
  void end() {
    world.close();
  }

  /** A request for the smallest drive. */
  static CreateDrive small(String name, String region) {
    return CreateDrive.named(name).size(gb(1)).region(region);
  }

  /** A small drive that can be attached. */
  static CloudDrive drive(StorageClient client, String name, String region) {
    return client.cloudDrives().create(small(name, region)).await(PATIENCE);
  }
}
