package dev.mooring.error;

/**
 * A plan or version is stale: somebody changed the thing meanwhile, or is deleting it. Nothing was
 * done. Retryable: a stale plan by planning again, anything else by the same call later.
 */
public final class ConflictException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public ConflictException(Problem problem) {
    super(ErrorCode.CONFLICT, true, problem);
  }
}
