package dev.mooring.error;

import java.util.OptionalLong;

/**
 * A quota would be exceeded; nothing was changed. Retryable only after something is deleted or the
 * quota is raised, so {@link #retryable()} is false.
 */
public final class QuotaExceededException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final long used;
  private final long limit;
  private final long asked;

  /**
   * Makes the error; −1 stands for a figure that the backend did not tell.
   *
   * @param used bytes already used
   * @param limit bytes allowed in all
   * @param asked bytes asked for by this request
   */
  public QuotaExceededException(Problem problem, long used, long limit, long asked) {
    super(ErrorCode.QUOTA_EXCEEDED, false, problem);
    this.used = used;
    this.limit = limit;
    this.asked = asked;
  }

  /** Bytes already used; empty when the backend did not tell. */
  public OptionalLong used() {
    return known(used);
  }

  /** Bytes allowed in all; empty when the backend did not tell. */
  public OptionalLong limit() {
    return known(limit);
  }

  /** Bytes asked for by this request; empty when the backend did not tell. */
  public OptionalLong asked() {
    return known(asked);
  }

  private static OptionalLong known(long figure) {
    return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
  }
}
