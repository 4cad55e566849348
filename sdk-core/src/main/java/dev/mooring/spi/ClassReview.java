package dev.mooring.spi;

import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Warning;
import java.util.List;

/**
 * What applying a storage class would do.
 *
 * @param changes what would change, in order
 * @param warnings what its user should know
 * @param violations what stands against it
 */
public record ClassReview(
    List<Change> changes, List<Warning> warnings, List<Violation> violations) {
  /** Copies. */
  public ClassReview {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
    violations = List.copyOf(violations);
  }
}
