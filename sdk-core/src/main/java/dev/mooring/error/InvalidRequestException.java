package dev.mooring.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The request breaks rules. Nothing was changed, and <em>all</em> violations are listed at once.
 * Not retryable without a change.
 */
public final class InvalidRequestException extends StorageException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf gives a serializable list.
  private final List<Violation> violations;

  /** Makes the error; the violations become the reason of the problem. */
  public InvalidRequestException(Problem problem, List<Violation> violations) {
    super(ErrorCode.INVALID_REQUEST, false, problem.because(reason(violations)));
    this.violations = List.copyOf(violations);
  }

  /** An error about one field; the reason of the problem follows from it. */
  public static InvalidRequestException of(Problem problem, String field, String message) {
    return new InvalidRequestException(problem, List.of(Violation.of(field, message)));
  }

  /** All violations, in the order of the request; at least one. */
  public List<Violation> violations() {
    return violations;
  }

  private static String reason(List<Violation> violations) {
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("violations is empty");
    }
    return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
  }
}
