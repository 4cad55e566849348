package dev.mooring.internal.maintenance;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageException;
import dev.mooring.maintenance.MaintainedSnapshot;
import dev.mooring.maintenance.MaintenanceFailure;
import dev.mooring.maintenance.MaintenanceReport;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** A report while it is written. Not thread-safe. */
final class Report {
  private final List<MaintainedSnapshot> taken = new ArrayList<>();
  private final List<MaintainedSnapshot> deleted = new ArrayList<>();
  private final List<MaintainedSnapshot> kept = new ArrayList<>();
  private final List<MaintenanceFailure> failed = new ArrayList<>();
  private final List<OperationId> completed = new ArrayList<>();
  private final List<OperationId> undone = new ArrayList<>();
  private final List<OperationId> pending = new ArrayList<>();
  private final List<String> released = new ArrayList<>();
  private int examined;

  void taken(Snapshot snapshot) {
    taken.add(of(snapshot, List.of()));
  }

  void deleted(Snapshot snapshot) {
    deleted.add(of(snapshot, List.of()));
  }

  void kept(Snapshot snapshot, List<String> reasons) {
    kept.add(of(snapshot, reasons));
  }

  void failed(String region, String resource, StorageException failure) {
    failed(region, resource, failure.code(), String.valueOf(failure.getMessage()));
  }

  void failed(String region, String resource, ErrorCode code, String message) {
    failed.add(new MaintenanceFailure(region, resource, code, message));
  }

  void recovered(RecoveryReport report) {
    examined += report.examined();
    completed.addAll(report.completed());
    undone.addAll(report.undone());
    pending.addAll(report.pending());
    released.addAll(report.released());
  }

  MaintenanceReport done() {
    RecoveryReport recovery = new RecoveryReport(examined, completed, undone, pending, released);
    return new MaintenanceReport(taken, deleted, kept, failed, recovery);
  }

  private static MaintainedSnapshot of(Snapshot snapshot, List<String> reasons) {
    return new MaintainedSnapshot(
        snapshot.id(),
        snapshot.name(),
        snapshot.volume(),
        snapshot.region(),
        snapshot.scheduledAt().orElse(snapshot.createdAt()),
        reasons);
  }
}
