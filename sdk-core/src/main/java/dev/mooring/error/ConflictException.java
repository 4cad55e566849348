package dev.mooring.error;

/**
 * A plan or version is stale: somebody changed the thing meanwhile. Nothing was done; plan again,
 * then it may succeed.
 */
public final class ConflictException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public ConflictException(Problem problem) {
    super(ErrorCode.CONFLICT, true, problem);
  }
}
