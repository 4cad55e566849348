package dev.mooring.testkit.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for an order that explains a history: every operation at one moment between its beginning
 * and its end, and each answer as the model gives it. The search of Wing and Gong, which remembers
 * what it has tried, as Lowe does ("Testing for linearizability", 2017). Operations without an
 * answer may happen at any moment after they began, or never.
 */
public final class Linearizability {
  private Linearizability() {}

  /** Whether an order explains the history. */
  public static <S, C, A> boolean explains(Model<S, C, A> model, List<Recorded<C, A>> history) {
    return new Search<>(model, history).succeeds();
  }

  /**
   * The shortest beginning of a history that no order explains, without the operations that it does
   * not need for that; empty when an order explains it. Leaves out only what changes nothing by
   * itself, so that what is left is a fault and not made by leaving out.
   *
   * @param observes whether an operation changes nothing
   */
  public static <S, C, A> List<Recorded<C, A>> unexplained(
      Model<S, C, A> model, List<Recorded<C, A>> history, Predicate<Recorded<C, A>> observes) {
    if (explains(model, history)) {
      return List.of();
    }
    List<Recorded<C, A>> least = beginning(model, history);
    for (Recorded<C, A> operation : List.copyOf(least)) {
      List<Recorded<C, A>> fewer = new ArrayList<>(least);
      fewer.remove(operation);
      if (observes.test(operation) && !explains(model, fewer)) {
        least = fewer;
      }
    }
    return List.copyOf(least);
  }

  private static <S, C, A> List<Recorded<C, A>> beginning(
      Model<S, C, A> model, List<Recorded<C, A>> history) {
    List<Long> ends =
        history.stream()
            .map(Recorded::ended)
            .filter(end -> end != Recorded.NEVER)
            .sorted()
            .toList();
    for (long end : ends) {
      List<Recorded<C, A>> first =
          history.stream().filter(o -> o.began() < end).map(o -> o.asOf(end)).toList();
      if (!explains(model, first)) {
        return first;
      }
    }
    return history;
  }

  /** What has happened already, and the state that this led to. */
  private record Step<S>(BitSet happened, S state) {}

  private static final class Search<S, C, A> {
    private final Model<S, C, A> model;
    private final List<Recorded<C, A>> operations;
    private final BitSet answered = new BitSet();

    Search(Model<S, C, A> model, List<Recorded<C, A>> history) {
      this.model = model;
      this.operations = history.stream().sorted(Comparator.comparingLong(Recorded::began)).toList();
      for (int i = 0; i < operations.size(); i++) {
        answered.set(i, operations.get(i).answer().isPresent());
      }
    }

    boolean succeeds() {
      Set<Step<S>> tried = new HashSet<>();
      Deque<Step<S>> open = new ArrayDeque<>();
      open.push(new Step<>(new BitSet(), model.initial()));
      while (!open.isEmpty()) {
        Step<S> step = open.pop();
        if (explained(step)) {
          return true;
        }
        if (tried.add(step)) {
          next(step).forEach(open::push);
        }
      }
      return false;
    }

    private boolean explained(Step<S> step) {
      BitSet missing = (BitSet) answered.clone();
      missing.andNot(step.happened());
      return missing.isEmpty();
    }

    /** One operation more: any that began before the first end of those that have not happened. */
    private List<Step<S>> next(Step<S> step) {
      List<Step<S>> steps = new ArrayList<>();
      long firstEnd = Recorded.NEVER;
      for (int i = 0; i < operations.size(); i++) {
        if (!step.happened().get(i)) {
          firstEnd = Math.min(firstEnd, operations.get(i).ended());
        }
      }
      for (int i = 0; i < operations.size(); i++) {
        Recorded<C, A> operation = operations.get(i);
        if (!step.happened().get(i) && operation.began() < firstEnd) {
          BitSet happened = (BitSet) step.happened().clone();
          happened.set(i);
          for (S state : model.after(step.state(), operation.call(), operation.answer())) {
            steps.add(new Step<>(happened, state));
          }
        }
      }
      return steps;
    }
  }
}
