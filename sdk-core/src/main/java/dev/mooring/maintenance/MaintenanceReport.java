package dev.mooring.maintenance;

import dev.mooring.operation.RecoveryReport;
import java.util.List;
import java.util.Objects;

/**
 * What one run of maintenance did.
 *
 * @param taken the snapshots that it took; one that another run takes at the same moment is in the
 *     report of both
 * @param deleted the snapshots that it deleted: those that no rule kept, and failed ones
 * @param kept the scheduled snapshots that are whole and stay, each with why
 * @param failed what it could not do
 * @param recovery what it recovered
 */
public record MaintenanceReport(
    List<MaintainedSnapshot> taken,
    List<MaintainedSnapshot> deleted,
    List<MaintainedSnapshot> kept,
    List<MaintenanceFailure> failed,
    RecoveryReport recovery) {
  /** Copies the lists. */
  public MaintenanceReport {
    taken = List.copyOf(taken);
    deleted = List.copyOf(deleted);
    kept = List.copyOf(kept);
    failed = List.copyOf(failed);
    Objects.requireNonNull(recovery, "recovery");
  }
}
