package dev.mooring.error;

import java.util.List;

/**
 * The name is taken by a volume with another specification. Nothing was changed. Creating with the
 * <em>same</em> specification is no error: it returns the existing volume. Not retryable.
 */
public final class AlreadyExistsException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final String existingId;

  @SuppressWarnings("serial") // List.copyOf gives a serializable list.
  private final List<Difference> differences;

  /** Makes the error from the existing volume's id and the fields that differ. */
  public AlreadyExistsException(Problem problem, String existingId, List<Difference> differences) {
    super(ErrorCode.ALREADY_EXISTS, false, problem);
    this.existingId = existingId;
    this.differences = List.copyOf(differences);
  }

  /** The id of the volume that has the name. */
  public String existingId() {
    return existingId;
  }

  /** The fields that differ from the request. */
  public List<Difference> differences() {
    return differences;
  }
}
