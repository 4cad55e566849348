package dev.mooring.error;

/**
 * The backend refused for lack of rights; the message names verb and resource. Nothing was changed.
 * Not retryable.
 */
public final class AccessDeniedException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public AccessDeniedException(Problem problem) {
    super(ErrorCode.ACCESS_DENIED, false, problem);
  }
}
