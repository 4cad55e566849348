package dev.mooring.error;

/**
 * The backend or profile lacks a capability; the message names it. Nothing was changed. Not
 * retryable.
 */
public final class UnsupportedException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final String capability;

  /** Makes the error for a capability, for example {@code SNAPSHOTS}. */
  public UnsupportedException(Problem problem, String capability) {
    super(ErrorCode.UNSUPPORTED, false, problem);
    this.capability = capability;
  }

  /**
   * The name of the missing capability: that of a {@link dev.mooring.spi.Capability}, or {@code
   * CANCEL} for an operation that cannot be cancelled.
   */
  public String capability() {
    return capability;
  }
}
