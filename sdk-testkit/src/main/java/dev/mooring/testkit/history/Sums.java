package dev.mooring.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.process.Answer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all histories of a run did together. Thread-safe until it is reported. */
final class Sums {
  /** So many histories have everything in them. */
  private static final int MANY = 20;

  private int histories;
  private int operations;
  private int overlapping;
  private int refused;
  private int killed;
  private final Map<Act.Kind, Integer> done = new EnumMap<>(Act.Kind.class);

  synchronized void add(List<Recorded<Act, Answer>> history) {
    histories++;
    for (Recorded<Act, Answer> operation : history) {
      operations++;
      if (operation.answer().isEmpty()) {
        killed++;
      } else if (operation.answer().get() instanceof Answer.Done) {
        done.merge(operation.call().kind(), 1, Integer::sum);
      } else {
        refused++;
      }
      if (history.stream()
          .anyMatch(o -> o.number() != operation.number() && o.overlaps(operation))) {
        overlapping++;
      }
    }
  }

  /** Prints what was done; fails when that was nothing. */
  synchronized void report(String backend) {
    System.out.printf(
        "Histories, %s: %d histories of %d operations, %d at the same time as others; done %s, %d"
            + " refused, %d cut off by SIGKILL%n",
        backend, histories, operations, overlapping, done, refused, killed);
    assertThat(overlapping).as("operations at the same time").isPositive();
    assertThat(killed).as("operations cut off").isPositive();
    assertThat(refused).as("operations refused").isPositive();
    Set<Act.Kind> expected = EnumSet.allOf(Act.Kind.class);
    if (histories < MANY) {
      expected.remove(Act.Kind.STOP); // needs an instance that runs, which a few may not have
    }
    assertThat(done.keySet()).as("kinds of operations that were done").containsAll(expected);
  }
}
