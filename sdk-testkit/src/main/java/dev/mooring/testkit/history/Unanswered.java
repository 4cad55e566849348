package dev.mooring.testkit.history;

import java.util.Optional;

/** A process of a history gave no answer in time. */
final class Unanswered extends AssertionError {
  private static final long serialVersionUID = 1L;

  Unanswered(Act act, Throwable cause) {
    super("no answer to: " + act, cause);
  }

  /** The one among the causes of a failure. */
  static Optional<Unanswered> in(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Unanswered found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
