package dev.mooring.error;

/**
 * The backend tried and failed for good; {@link #backendReason()} has its own words. Not retryable
 * without a change.
 */
public final class FailedException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String backendReason;

  /**
   * Makes the error.
   *
   * @param reason the reason's stable name, for example {@code BAD_PARAMETERS}
   * @param backendReason the backend's own words
   */
  public FailedException(Problem problem, String reason, String backendReason) {
    super(ErrorCode.FAILED, false, problem);
    this.reason = reason;
    this.backendReason = backendReason;
  }

  /** The reason's stable name: a {@code dev.mooring.volume.Reason}. */
  public String reason() {
    return reason;
  }

  /** The backend's own words. */
  public String backendReason() {
    return backendReason;
  }
}
