package dev.mooring.error;

/**
 * There is no such thing, or it belongs to another account: the two look the same on purpose. Not
 * retryable.
 */
public final class NotFoundException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public NotFoundException(Problem problem) {
    super(ErrorCode.NOT_FOUND, false, problem);
  }
}
