package dev.mooring.internal.maintenance;

import dev.mooring.snapshot.SnapshotSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The periods of a schedule, finest first, in UTC; weeks are ISO 8601's. */
enum Period {
  HOURLY("yyyyMMdd-HH"),
  DAILY("yyyyMMdd"),
  WEEKLY(""),
  MONTHLY("yyyyMM");

  private final String pattern;

  Period(String pattern) {
    this.pattern = pattern;
  }

  /** The rule's key in the configuration. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of these periods a schedule keeps. */
  int count(SnapshotSchedule schedule) {
    return switch (this) {
      case HOURLY -> schedule.hourly();
      case DAILY -> schedule.daily();
      case WEEKLY -> schedule.weekly();
      case MONTHLY -> schedule.monthly();
    };
  }

  /** The finest period of a schedule. */
  static Period finest(SnapshotSchedule schedule) {
    for (Period period : values()) {
      if (period.count(schedule) > 0) {
        return period;
      }
    }
    throw new IllegalArgumentException("a schedule without a rule");
  }

  /** When the period began that an instant is in. */
  Instant start(Instant time) {
    ZonedDateTime at = time.atZone(ZoneOffset.UTC);
    return switch (this) {
      case HOURLY -> time.truncatedTo(ChronoUnit.HOURS);
      case DAILY -> time.truncatedTo(ChronoUnit.DAYS);
      case WEEKLY -> midnight(monday(at.toLocalDate()));
      case MONTHLY -> midnight(at.toLocalDate().withDayOfMonth(1));
    };
  }

  /** The name of the snapshot of the period that an instant is in: the same for all who take it. */
  String name(Instant time) {
    ZonedDateTime at = time.atZone(ZoneOffset.UTC);
    String slot =
        this == WEEKLY
            ? String.format(
                Locale.ROOT,
                "%04d-w%02d",
                at.get(IsoFields.WEEK_BASED_YEAR),
                at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
            : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
    return "scheduled-" + word() + "-" + slot;
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
