package dev.mooring.error;

import java.util.Optional;

/**
 * The base of every error that the SDK throws. {@link #retryable()} answers "may I retry?"; the
 * type answers "did it happen?": {@link OutcomeUnknownException} leaves that open, and so does the
 * defect that {@link InternalException} tells; with {@link StorageTimeoutException}, and where a
 * waiting thread was interrupted, the work goes on; all others mean that the call had no effect,
 * but for what its Javadoc names. Misuse in Java, a null, say, throws what Java throws.
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
  private final Problem problem;

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

  /** Whether the call may succeed later without any change of what it asks for. */
  public boolean retryable() {
    return retryable;
  }

  /** The verb that was tried, for example {@code create}. */
  public String operation() {
    return problem.tried();
  }

  /**
   * The thing it was tried on, for example {@code drive/workspace}; empty when it is about none.
   */
  public Optional<String> resource() {
    return problem.resource();
  }

  /** The region it was tried in; empty when it is about none. */
  public Optional<String> region() {
    return problem.region();
  }

  /** What to do about it, as a clause; empty when there is nothing to say. */
  public Optional<String> hint() {
    return problem.hint();
  }

  /** The backend's id of the failed request, to be found in its logs; empty when it told none. */
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
