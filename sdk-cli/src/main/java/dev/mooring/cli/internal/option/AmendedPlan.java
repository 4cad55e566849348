package dev.mooring.cli.internal.option;

import dev.mooring.cost.Cost;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A plan and what was wrong with its command line already, so that all violations are told at once.
 *
 * @param plan the plan of what could be read
 * @param unread what could not; it replaces what the plan says of the same fields
 * @param problem what is tried
 * @param <T> what applying it returns
 */
public record AmendedPlan<T>(Plan<T> plan, List<Violation> unread, Problem problem)
    implements Plan<T> {
  @Override
  public List<Change> changes() {
    return plan.changes();
  }

  @Override
  public List<Warning> warnings() {
    return plan.warnings();
  }

  @Override
  public List<Violation> violations() {
    Set<String> fields = new HashSet<>();
    unread.forEach(violation -> fields.add(violation.field()));
    List<Violation> all = new ArrayList<>(unread);
    plan.violations().stream().filter(v -> !fields.contains(v.field())).forEach(all::add);
    return all;
  }

  @Override
  public Cost cost() {
    return plan.cost();
  }

  @Override
  public Plan<T> requireNoWarnings() {
    return new AmendedPlan<>(plan.requireNoWarnings(), unread, problem);
  }

  @Override
  public T apply() {
    if (!unread.isEmpty()) {
      throw new InvalidRequestException(problem, violations());
    }
    return plan.apply();
  }
}
