package dev.mooring.operation;

/** The states of an operation. */
public enum OperationState {
  /** Under way; whoever looks next goes on with it. */
  RUNNING,
  /** Done. */
  SUCCEEDED,
  /** It cannot get better by itself. */
  FAILED,
  /** Cancelled, and what it had begun is undone. */
  CANCELLED;

  /** Whether it will not change any more. */
  public boolean ended() {
    return this != RUNNING;
  }
}
