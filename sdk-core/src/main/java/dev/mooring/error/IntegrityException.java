package dev.mooring.error;

/**
 * Bytes differ from what they should be. Nothing wrong was kept. Not retryable by itself. No call
 * of this version checks bytes.
 */
public final class IntegrityException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  /** Makes the error from the two checksums. */
  public IntegrityException(Problem problem, String expected, String found) {
    super(ErrorCode.INTEGRITY, false, problem);
    this.expected = expected;
    this.found = found;
  }

  /** The checksum that was expected. */
  public String expected() {
    return expected;
  }

  /** The checksum that was found. */
  public String found() {
    return found;
  }
}
