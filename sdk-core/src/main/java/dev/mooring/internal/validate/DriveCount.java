package dev.mooring.internal.validate;

import dev.mooring.spi.TargetMount;
import dev.mooring.volume.VolumeKind;
import java.util.List;

/** How many drives a target may have. */
public final class DriveCount {
  private DriveCount() {}

  /** How many of these mounts are drives. */
  public static int of(List<TargetMount> mounts) {
    return (int) mounts.stream().filter(m -> m.kind() == VolumeKind.DRIVE).count();
  }

  /**
   * Checks the number.
   *
   * @param used how many drives the target would have
   * @param limit how many it may have: {@code limits.drivesPerInstance} of its region
   */
  public static void check(Violations violations, String field, int used, int limit) {
    if (used > limit) {
      violations.add(
          field, "there would be " + used + " drives, but a target may have at most " + limit);
    }
  }
}
