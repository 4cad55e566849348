package dev.mooring.error;

/** The operation was cancelled. Not retryable. */
public final class CancelledException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public CancelledException(Problem problem) {
    super(ErrorCode.CANCELLED, false, problem);
  }
}
