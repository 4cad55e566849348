package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.Eventually;

/** What is so once deletions that are under way have ended. */
final class Settled {
  private Settled() {}

  /** Waits until so many volumes are recorded, and no more. */
  static void volumes(TwoRegions world, int count) {
    Eventually.passes(
        Eventually.PATIENCE, () -> assertThat(world.volumes()).as("volumes").hasSize(count));
  }

  /** Waits until nothing is being deleted, and the names are those of the volumes. */
  static void names(TwoRegions world) {
    Eventually.passes(
        Eventually.PATIENCE,
        () -> {
          world.connect().recover();
          world.assertNamesOfVolumes();
        });
  }
}
