package dev.mooring.error;

/**
 * Stable codes of errors, one for each exception type; also the {@code code} of JSON output. Later
 * versions may add some.
 */
public enum ErrorCode {
  /** A defect of the SDK, or an answer it did not expect. */
  INTERNAL,
  /** The request breaks rules; all violations are listed; nothing was changed. */
  INVALID_REQUEST,
  /** There is no such thing, or it is not yours. */
  NOT_FOUND,
  /** The name is taken by a volume with another specification. */
  ALREADY_EXISTS,
  /** Somebody uses the volume. */
  IN_USE,
  /** A quota would be exceeded. */
  QUOTA_EXCEEDED,
  /** The backend refused for lack of rights. */
  ACCESS_DENIED,
  /** The backend or profile cannot do this. */
  UNSUPPORTED,
  /** The wait ended before the work did; the work goes on. */
  TIMEOUT,
  /** The backend cannot be reached or is overloaded; nothing was changed by this call. */
  UNAVAILABLE,
  /** The call may or may not have taken effect. */
  OUTCOME_UNKNOWN,
  /** Bytes differ from what they should be; nothing wrong was kept. */
  INTEGRITY,
  /** The volume or account is suspended. */
  SUSPENDED,
  /** The backend tried and failed. */
  FAILED,
  /** A stale plan or version: somebody changed the thing meanwhile. */
  CONFLICT,
  /** The volume is protected against deletion. */
  PROTECTED,
  /** The operation was cancelled, or the waiting thread interrupted. */
  CANCELLED
}
