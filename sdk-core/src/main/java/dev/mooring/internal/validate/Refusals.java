package dev.mooring.internal.validate;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The error that violations make: the type that they all agree on, else an invalid request. */
public final class Refusals {
  private Refusals() {}

  /**
   * The error.
   *
   * @param holders the holders that violations of the code {@code IN_USE} are about
   */
  public static StorageException of(
      Problem problem, List<Violation> violations, List<Holder> holders) {
    Set<ErrorCode> codes = violations.stream().map(Violation::code).collect(Collectors.toSet());
    if (codes.size() != 1) {
      return new InvalidRequestException(problem, violations);
    }
    Problem told =
        problem.because(
            violations.stream()
                .map(Violation::message)
                .distinct()
                .collect(Collectors.joining("; ")));
    return switch (violations.get(0).code()) {
      case QUOTA_EXCEEDED ->
          new QuotaExceededException(told.hint("delete something, or ask for more"), -1, -1, -1);
      case IN_USE -> new InUseException(told.hint("stop the holder or detach the volume"), holders);
      case NOT_FOUND -> new NotFoundException(told.hint("list what the account has"));
      case CONFLICT -> new ConflictException(told);
      case ACCESS_DENIED -> new AccessDeniedException(told);
      case UNAVAILABLE -> new UnavailableException(told);
      case UNSUPPORTED -> new UnsupportedException(told, violations.get(0).field());
      default -> new InvalidRequestException(problem, violations);
    };
  }
}
