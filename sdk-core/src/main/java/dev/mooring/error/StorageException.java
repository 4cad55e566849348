package dev.mooring.error;

import java.util.Optional;

/**
 * The base of every error that the SDK throws. {@link #retryable()} answers "may I retry?"; the
 * type answers "did it happen?": only {@link OutcomeUnknownException} leaves that open, all others
 * mean that the call had no effect, or, for {@link StorageTimeoutException}, that the work goes on.
 *
 * <p>Messages say what was tried, on what, why it failed and what to do. They hold no secrets.
 */
public abstract sealed class StorageException extends RuntimeException
    permits AccessDeniedException,
        AlreadyExistsException,
        CancelledException,
        ConflictException,
        FailedException,
        IntegrityException,
        InternalException,
        InUseException,
        InvalidRequestException,
        NotFoundException,
        OutcomeUnknownException,
        ProtectedException,
        QuotaExceededException,
        StorageTimeoutException,
        SuspendedException,
        UnavailableException,
        UnsupportedException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final boolean retryable;
  private final transient Problem problem;

  StorageException(ErrorCode code, boolean retryable, Problem problem) {
    super(problem.message(), problem.cause().orElse(null));
    this.code = code;
    this.retryable = retryable;
    this.problem = problem;
  }

  /** The stable code of this error. */
  public ErrorCode code() {
    return code;
  }

  /** Whether the same call may succeed later without any change of it. */
  public boolean retryable() {
    return retryable;
  }

  /** The verb that was tried, for example {@code create}. */
  public String operation() {
    return problem.tried();
  }

  /** The thing it was tried on, for example {@code drive/workspace}. */
  public Optional<String> resource() {
    return problem.resource();
  }

  /** The region it was tried in. */
  public Optional<String> region() {
    return problem.region();
  }

  /** What to do about it. */
  public Optional<String> hint() {
    return problem.hint();
  }

  /** The backend's id of the failed request, to be found in its logs. */
  public Optional<String> requestId() {
    return problem.requestId();
  }

  /** How often the call was tried; at least 1. */
  public int attempts() {
    return problem.attempts();
  }

  /** Everything this error tells, to build another from it. */
  public Problem problem() {
    return problem;
  }
}
