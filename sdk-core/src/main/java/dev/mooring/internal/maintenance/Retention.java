package dev.mooring.internal.maintenance;

import dev.mooring.snapshot.SnapshotSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which snapshots a schedule keeps, as restic's {@code forget} and borg's {@code prune} decide it:
 * each rule goes from the newest to the oldest and keeps the first of each period that it meets,
 * until it has its number. It depends on the snapshots alone, not on what time it is, so that a
 * clock that goes wrong deletes nothing; and what it would delete, it would also delete with any
 * newer snapshot beside, so that two who decide at different moments never delete what the other
 * counts on.
 */
final class Retention {
  private Retention() {}

  /** Those that are kept, newest first, each with the words of the rules that keep it. */
  static <T> Map<T, List<String>> keep(
      SnapshotSchedule schedule,
      Collection<T> all,
      Function<T, Instant> time,
      Comparator<T> among) {
    List<T> newestFirst = new ArrayList<>(all);
    newestFirst.sort(Comparator.comparing(time).thenComparing(among).reversed());
    Map<T, List<String>> kept = new LinkedHashMap<>();
    for (T item : newestFirst) {
      kept.put(item, new ArrayList<>());
    }
    for (Period period : Period.values()) {
      Set<Instant> seen = new HashSet<>();
      for (T item : newestFirst) {
        if (seen.size() == period.count(schedule)) {
          break;
        }
        if (seen.add(period.start(time.apply(item)))) {
          kept.computeIfAbsent(item, none -> new ArrayList<>()).add(period.word());
        }
      }
    }
    kept.values().removeIf(List::isEmpty);
    return kept;
  }
}
