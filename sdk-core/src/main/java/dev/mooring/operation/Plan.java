package dev.mooring.operation;

import dev.mooring.cost.Cost;
import dev.mooring.error.Violation;
import java.util.List;

/**
 * The full, priced, checked result of a request; nothing has changed yet. Immutable, thread-safe.
 *
 * @param <T> what applying it returns
 */
public interface Plan<T> {
  /** What would change, in order. */
  List<Change> changes();

  /** What its user should know. */
  List<Warning> warnings();

  /** Every rule that the request breaks; a plan with violations cannot be applied. */
  List<Violation> violations();

  /** What it costs, line by line, for 30 days from today (UTC). */
  Cost cost();

  /**
   * This plan, if it has no warnings.
   *
   * @throws dev.mooring.error.InvalidRequestException with the warnings as violations otherwise
   */
  Plan<T> requireNoWarnings();

  /**
   * Does it. May be repeated: what is done already is not done twice.
   *
   * @throws dev.mooring.error.InvalidRequestException when the plan has violations (or the type
   *     that all violations agree on, such as quota); nothing was changed
   * @throws dev.mooring.error.InUseException when somebody else took a volume since; nothing was
   *     changed
   * @throws dev.mooring.error.ConflictException when the world changed since, so that the plan
   *     would look different now; nothing was changed: plan again
   */
  T apply();
}
