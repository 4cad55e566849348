package dev.mooring.operation;

import java.util.List;

/**
 * What a recovery found and did.
 *
 * @param examined how many records with a pending intent it looked at
 * @param completed the operations that it finished, deletions of what the trash had kept for its
 *     time included
 * @param undone the operations that it undid
 * @param pending the operations that have not ended: because the backend is at work, or because the
 *     record could not be recovered now, which the log tells; recover again for those
 * @param released the stale claims that it freed, as {@code drive/NAME of TARGET}
 */
public record RecoveryReport(
    int examined,
    List<OperationId> completed,
    List<OperationId> undone,
    List<OperationId> pending,
    List<String> released) {
  /** Copies the lists. */
  public RecoveryReport {
    completed = List.copyOf(completed);
    undone = List.copyOf(undone);
    pending = List.copyOf(pending);
    released = List.copyOf(released);
  }
}
