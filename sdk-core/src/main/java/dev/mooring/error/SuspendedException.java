package dev.mooring.error;

/**
 * The volume or its account is suspended by an administrator. Not retryable. This version suspends
 * nothing.
 */
public final class SuspendedException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public SuspendedException(Problem problem) {
    super(ErrorCode.SUSPENDED, false, problem);
  }
}
