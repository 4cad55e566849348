package dev.mooring.error;

/**
 * The operation was cancelled, and what it had begun is undone; or the thread that waited was
 * interrupted: then its interrupt flag is set and the work goes on. The message says which. Not
 * retryable.
 */
public final class CancelledException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public CancelledException(Problem problem) {
    super(ErrorCode.CANCELLED, false, problem);
  }
}
