package dev.mooring.internal.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.snapshot.SnapshotSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:30:00Z");

  private static Map<Instant, List<String>> keep(
      SnapshotSchedule schedule, Collection<Instant> all) {
    return Retention.keep(schedule, all, Function.identity(), Comparator.naturalOrder());
  }

  @Provide
  Arbitrary<SnapshotSchedule> schedules() {
    Arbitrary<Integer> count = Arbitraries.integers().between(0, 12);
    return Combinators.combine(count, count, count, count)
        .filter((h, d, w, m) -> h + d + w + m > 0)
        .as(SnapshotSchedule::new);
  }

  /** Hours, days and years apart, so that all periods are met. */
  @Provide
  Arbitrary<Set<Instant>> times() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 24 * 60),
            Arbitraries.integers().between(0, 24 * 700))
        .map(minutes -> NOW.minus(Duration.ofMinutes(minutes * 60L + minutes % 60)))
        .set()
        .ofMaxSize(80);
  }

  @Property
  void eachRuleKeepsAsManyPeriodsAsItSaysOrAllThereAre(
      @ForAll("schedules") SnapshotSchedule schedule, @ForAll("times") Set<Instant> all) {
    Map<Instant, List<String>> kept = keep(schedule, all);
    assertThat(all).containsAll(kept.keySet());
    for (Period period : Period.values()) {
      Set<Instant> available = new HashSet<>(all.stream().map(period::start).toList());
      List<Instant> byRule =
          kept.entrySet().stream()
              .filter(entry -> entry.getValue().contains(period.word()))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(byRule)
          .as(period.word())
          .hasSize(Math.min(period.count(schedule), available.size()));
      for (Instant time : byRule) {
        assertThat(all)
            .as("the newest of its period")
            .noneMatch(
                other -> other.isAfter(time) && period.start(other).equals(period.start(time)));
      }
    }
  }

  @Property
  void theNewestIsKept(
      @ForAll("schedules") SnapshotSchedule schedule, @ForAll("times") Set<Instant> all) {
    all.stream()
        .max(Comparator.naturalOrder())
        .ifPresent(newest -> assertThat(keep(schedule, all)).containsKey(newest));
  }

  @Property
  void twiceIsOnce(
      @ForAll("schedules") SnapshotSchedule schedule, @ForAll("times") Set<Instant> all) {
    Map<Instant, List<String>> once = keep(schedule, all);
    assertThat(keep(schedule, once.keySet())).isEqualTo(once);
  }

  @Property
  void whatGoesWouldAlsoGoBesideNewerOnes(
      @ForAll("schedules") SnapshotSchedule schedule,
      @ForAll("times") Set<Instant> all,
      @ForAll("times") Set<Instant> later) {
    Set<Instant> kept = keep(schedule, all).keySet();
    Set<Instant> both = new HashSet<>(all);
    later.forEach(time -> both.add(time.plus(Duration.ofDays(800))));
    assertThat(keep(schedule, both).keySet())
        .noneMatch(time -> all.contains(time) && !kept.contains(time));
  }

  @Property
  void oneOfEachPeriodOfTheFinestRuleGrowsToTheSumAndNoFurther(
      @ForAll("schedules") SnapshotSchedule schedule) {
    Period finest = Period.finest(schedule);
    Set<Instant> there = Set.of();
    Instant newest = Instant.MIN;
    Instant time = NOW;
    for (int run = 0; run < 200; run++, time = time.plus(Duration.ofHours(7))) {
      Set<Instant> next = new HashSet<>(there);
      if (newest.isBefore(finest.start(time))) {
        next.add(time);
        newest = time;
      }
      there = keep(schedule, next).keySet();
      assertThat(there).contains(newest);
    }
    assertThat(there)
        .hasSizeLessThanOrEqualTo(
            schedule.hourly() + schedule.daily() + schedule.weekly() + schedule.monthly());
  }

  @Example
  void aMonthOfDaysKeptAsResticWould() {
    List<Instant> days = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      days.add(Instant.parse("2026-11-22T03:00:00Z").minus(Duration.ofDays(day)));
    }
    Map<Instant, List<String>> kept = keep(new SnapshotSchedule(0, 3, 2, 3), days);
    assertThat(kept.keySet())
        .containsExactly(
            Instant.parse("2026-11-22T03:00:00Z"),
            Instant.parse("2026-11-21T03:00:00Z"),
            Instant.parse("2026-11-20T03:00:00Z"),
            Instant.parse("2026-11-15T03:00:00Z"),
            Instant.parse("2026-10-31T03:00:00Z"),
            Instant.parse("2026-09-30T03:00:00Z"));
    assertThat(kept.get(Instant.parse("2026-11-22T03:00:00Z")))
        .containsExactly("daily", "weekly", "monthly");
  }

  @Example
  void namesAreOfThePeriod() {
    Instant turn = Instant.parse("2027-01-01T00:10:00Z");
    assertThat(Period.HOURLY.name(turn)).isEqualTo("scheduled-hourly-20270101-00");
    assertThat(Period.DAILY.name(turn)).isEqualTo("scheduled-daily-20270101");
    assertThat(Period.WEEKLY.name(turn)).isEqualTo("scheduled-weekly-2026-w53");
    assertThat(Period.MONTHLY.name(turn)).isEqualTo("scheduled-monthly-202701");
    assertThat(Period.WEEKLY.start(turn)).isEqualTo(Instant.parse("2026-12-28T00:00:00Z"));
    assertThat(Period.MONTHLY.start(NOW)).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Property
  void namesDifferExactlyWherePeriodsDo(
      @ForAll("times") Set<Instant> times, @ForAll Period period) {
    Set<String> names = new HashSet<>(times.stream().map(period::name).toList());
    Set<Instant> starts = new HashSet<>(times.stream().map(period::start).toList());
    assertThat(names).hasSameSizeAs(starts);
  }
}
