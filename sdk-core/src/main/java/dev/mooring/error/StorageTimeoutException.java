package dev.mooring.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wait ended before the work did. The work goes on: find it again by {@link #operationId()}, or
 * repeat the call to go on waiting. Retryable.
 */
public final class StorageTimeoutException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final String lastState;
  private final String reason;
  private final String raw;
  private final @Nullable String operationId;

  @SuppressWarnings("serial") // List.copyOf gives a serializable list.
  private final List<String> history;

  /**
   * Makes the error.
   *
   * @param lastState the state seen last
   * @param reason the stable name of the reason why it has not ended
   * @param raw the backend's own words, possibly empty
   * @param operationId the operation that goes on
   * @param history the states seen, oldest first
   */
  public StorageTimeoutException(
      Problem problem,
      String lastState,
      String reason,
      String raw,
      @Nullable String operationId,
      List<String> history) {
    super(ErrorCode.TIMEOUT, true, problem);
    this.lastState = lastState;
    this.reason = reason;
    this.raw = raw;
    this.operationId = operationId;
    this.history = List.copyOf(history);
  }

  /** The state seen last, for example {@code PROVISIONING}; may be followed by more words. */
  public String lastState() {
    return lastState;
  }

  /** The reason's stable name: that of a {@link dev.mooring.volume.Reason}. */
  public String reason() {
    return reason;
  }

  /** The backend's own words; empty when it said nothing. */
  public String raw() {
    return raw;
  }

  /**
   * The id of the operation that goes on, for {@code storage.operations().find(id)}; empty when
   * what was waited for is no operation, as for instances.
   */
  public Optional<String> operationId() {
    return Optional.ofNullable(operationId);
  }

  /** The states seen while waiting, oldest first. */
  public List<String> history() {
    return history;
  }
}
