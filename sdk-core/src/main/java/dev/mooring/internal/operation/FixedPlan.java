package dev.mooring.internal.operation;

import dev.mooring.cost.Cost;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import java.util.List;
import java.util.function.Supplier;

/** A plan that was computed, with the way to apply it. */
public record FixedPlan<T>(
    List<Change> changes,
    List<Warning> warnings,
    List<Violation> violations,
    Cost cost,
    Problem problem,
    Supplier<T> work)
    implements Plan<T> {
  /** Copies. */
  public FixedPlan {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
    violations = List.copyOf(violations);
  }

  @Override
  public Plan<T> requireNoWarnings() {
    if (!warnings.isEmpty()) {
      throw new InvalidRequestException(
          problem,
          warnings.stream()
              .map(w -> Violation.of(w.resource(), w.code() + ": " + w.message()))
              .toList());
    }
    return this;
  }

  @Override
  public T apply() {
    return work.get();
  }
}
