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
  /**
   * What would change, in order; what is as asked already is a change of the action {@code none}.
   * May be incomplete when there are violations.
   */
  List<Change> changes();

  /** What its user should know. */
  List<Warning> warnings();

  /** Every rule that the request breaks; a plan with violations cannot be applied. */
  List<Violation> violations();

  /**
   * What it costs, line by line, for 30 days from the beginning of today (UTC). A launch has a line
   * for each volume that it mounts, new or not, and none for scratch space.
   */
  Cost cost();

  /**
   * This plan, if it has no warnings.
   *
   * @throws dev.mooring.error.InvalidRequestException with the warnings as violations otherwise
   */
  Plan<T> requireNoWarnings();

  /**
   * Does it. May be repeated: what is done already is not done twice. A launch waits for the drives
   * that it creates, or that are not ready yet, each for the configuration's {@code timeouts.wait}.
   * If it is refused after that, drives that it created stay, and the next plan takes them as they
   * are; of its attachments it makes all or none.
   *
   * @throws dev.mooring.error.InvalidRequestException when the plan has violations (or the type
   *     that all violations agree on, such as quota); nothing was changed
   * @throws dev.mooring.error.InUseException when somebody else took a volume since; nothing was
   *     attached
   * @throws dev.mooring.error.ConflictException when the world changed since, so that the plan of a
   *     launch would look different now; nothing was attached: plan again. The plan of a creation
   *     is not compared: {@code CloudDrives.create} says what it throws
   * @throws dev.mooring.error.StorageTimeoutException when a drive of a launch is not ready in time
   * @throws dev.mooring.error.FailedException when a drive of a launch cannot become ready
   */
  T apply();
}
