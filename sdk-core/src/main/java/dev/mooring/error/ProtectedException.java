package dev.mooring.error;

/** The volume is protected against deletion. Not retryable until it is unprotected. */
public final class ProtectedException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public ProtectedException(Problem problem) {
    super(ErrorCode.PROTECTED, false, problem);
  }
}
