package dev.mooring.maintenance;

/** What is done again and again. Thread-safe. */
public interface Maintenance {
  /**
   * Recovers as {@code storage.recover()} does, removes what killed verifications of snapshots have
   * left ({@link dev.mooring.snapshot.Snapshot#verify}), then takes the snapshots that are due now
   * by the schedules of the profiles ({@link dev.mooring.profile.Profile#snapshots()}), and deletes
   * those that no rule keeps; in all regions. Waits for what it began, each for at most {@code
   * timeouts.wait}. Run it at least once in each period of the finest rule: missed periods are not
   * made up for.
   *
   * <p>A volume's snapshot is due when none of its own was taken by a schedule in the current hour,
   * day, week or month of UTC, by the backend's clock: the finest that the schedule names. Only
   * snapshots that a schedule took are ever deleted: none that a user took, none from which a
   * volume is being made, and never the newest one that is whole. Snapshots of volumes that are
   * gone, or whose profile has no schedule any more, stay until somebody deletes them.
   *
   * <p>May be repeated, run by several processes at once, and killed anywhere: the name of a
   * scheduled snapshot is made from its period, so that two who take it make one. What fails for
   * one volume or region is in the report and does not stop the others.
   *
   * @return what it did
   */
  MaintenanceReport run();
}
