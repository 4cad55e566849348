package dev.mooring.internal.validate;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, in the order of the checks. Not thread-safe. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  /** Adds a violation. */
  public void add(Violation violation) {
    found.add(violation);
  }

  /** Adds a violation of a field. */
  public void add(String field, String message) {
    found.add(Violation.of(field, message));
  }

  /** Adds a violation of a field, with a value that would do when one is known. */
  public void add(String field, String message, @Nullable String suggestion) {
    found.add(Violation.of(field, message, suggestion));
  }

  /** Adds violations. */
  public void addAll(List<Violation> violations) {
    found.addAll(violations);
  }

  /** What was found so far. */
  public List<Violation> list() {
    return List.copyOf(found);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidRequestException with all violations, when there is any
   */
  public void orThrow(Problem problem) {
    if (!found.isEmpty()) {
      throw new InvalidRequestException(problem, found);
    }
  }
}
