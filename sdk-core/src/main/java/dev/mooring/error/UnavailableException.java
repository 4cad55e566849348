package dev.mooring.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The backend cannot be reached, is overloaded or not ready; this call changed nothing. Retryable,
 * after {@link #retryAfter()} when the backend said so.
 */
public final class UnavailableException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /** Makes the error without a time to wait. */
  public UnavailableException(Problem problem) {
    this(problem, null);
  }

  /** Makes the error with the time that the backend asked to wait. */
  public UnavailableException(Problem problem, @Nullable Duration retryAfter) {
    super(ErrorCode.UNAVAILABLE, true, problem);
    this.retryAfter = retryAfter;
  }

  /** How long the backend asked to wait before the next try; empty when it did not ask. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
