package dev.mooring.error;

/** A defect of the SDK, or an answer that it did not expect. Please report it. */
public final class InternalException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public InternalException(Problem problem) {
    super(ErrorCode.INTERNAL, false, problem);
  }
}
