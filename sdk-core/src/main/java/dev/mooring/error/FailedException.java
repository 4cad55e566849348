package dev.mooring.error;

/**
 * The backend tried and failed for good; {@link #backendReason()} has its own words. What it tried
 * to make is still recorded: delete it, or repair the cause and wait again. Not retryable without a
 * change.
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

  /** The reason's stable name: that of a {@link dev.mooring.volume.Reason}. */
  public String reason() {
    return reason;
  }

  /** The backend's own words; empty when it said nothing. */
  public String backendReason() {
    return backendReason;
  }
}
