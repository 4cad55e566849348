package dev.mooring.error;

/**
 * A defect of the SDK, or an answer that it did not expect. Whether the call had an effect, only a
 * look can tell. Not retryable. Please report it.
 */
public final class InternalException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public InternalException(Problem problem) {
    super(ErrorCode.INTERNAL, false, problem);
  }
}
