package dev.mooring.snapshot;

/**
 * How many snapshots a profile's volumes keep of the last hours, days, weeks and months: data, run
 * by {@code storage.maintenance().run()}. An immutable value.
 *
 * <p>Each rule keeps the newest snapshot of each of its last periods that have one: {@code daily:
 * 7} the last one of each of the last seven days with a snapshot. One snapshot may serve several
 * rules; what none keeps is deleted. This is what {@code restic forget --keep-daily} and {@code
 * borg prune --keep-daily} do (restic's manual, "Removing snapshots according to a policy").
 * Periods are those of UTC, by the backend's clock; weeks are ISO 8601's and begin on Monday. A
 * snapshot is taken once in each period of the finest rule.
 *
 * @param hourly for how many hours, 0 to 1000; 0 for no such rule
 * @param daily for how many days, 0 to 1000
 * @param weekly for how many weeks, 0 to 1000
 * @param monthly for how many months, 0 to 1000
 */
public record SnapshotSchedule(int hourly, int daily, int weekly, int monthly) {
  /** The most that one rule may keep. */
  public static final int MOST = 1000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a number is out of its range, or all are 0: that would
   *     keep nothing
   */
  public SnapshotSchedule {
    check("hourly", hourly);
    check("daily", daily);
    check("weekly", weekly);
    check("monthly", monthly);
    if (hourly == 0 && daily == 0 && weekly == 0 && monthly == 0) {
      throw new IllegalArgumentException("keeps nothing: one of its numbers must be at least 1");
    }
  }

  private static void check(String name, int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException(name + " must be from 0 to " + MOST + ", and is " + count);
    }
  }

  /** A schedule that keeps one for each of the last hours. */
  public static SnapshotSchedule ofHourly(int count) {
    return new SnapshotSchedule(count, 0, 0, 0);
  }

  /** A schedule that keeps one for each of the last days. */
  public static SnapshotSchedule ofDaily(int count) {
    return new SnapshotSchedule(0, count, 0, 0);
  }

  /** A schedule that keeps one for each of the last weeks. */
  public static SnapshotSchedule ofWeekly(int count) {
    return new SnapshotSchedule(0, 0, count, 0);
  }

  /** A schedule that keeps one for each of the last months. */
  public static SnapshotSchedule ofMonthly(int count) {
    return new SnapshotSchedule(0, 0, 0, count);
  }

  /** The same, with another number of hours. */
  public SnapshotSchedule withHourly(int count) {
    return new SnapshotSchedule(count, daily, weekly, monthly);
  }

  /** The same, with another number of days. */
  public SnapshotSchedule withDaily(int count) {
    return new SnapshotSchedule(hourly, count, weekly, monthly);
  }

  /** The same, with another number of weeks. */
  public SnapshotSchedule withWeekly(int count) {
    return new SnapshotSchedule(hourly, daily, count, monthly);
  }

  /** The same, with another number of months. */
  public SnapshotSchedule withMonthly(int count) {
    return new SnapshotSchedule(hourly, daily, weekly, count);
  }
}
