package dev.mooring.internal.validate;

/** How many drives a target may have. */
public final class DriveCount {
  private DriveCount() {}

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
