package dev.mooring.error;

/**
 * The call may or may not have taken effect, for example because the answer was lost. Repeat it
 * (every mutation may be repeated) or call {@code storage.recover()}, which settles it.
 */
public final class OutcomeUnknownException extends StorageException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what it tells. */
  public OutcomeUnknownException(Problem problem) {
    super(ErrorCode.OUTCOME_UNKNOWN, true, problem);
  }
}
