package dev.mooring.error;

import java.util.List;

/**
 * Somebody uses the volume; {@link #holders()} says who, since when, and whether alive. No volume
 * was deleted, attached or detached. Retryable once the holders are gone.
 */
public final class InUseException extends StorageException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf gives a serializable list.
  private final List<Holder> holders;

  /** Makes the error from its holders. */
  public InUseException(Problem problem, List<Holder> holders) {
    super(ErrorCode.IN_USE, true, problem);
    this.holders = List.copyOf(holders);
  }

  /** Who uses the volume. */
  public List<Holder> holders() {
    return holders;
  }
}
