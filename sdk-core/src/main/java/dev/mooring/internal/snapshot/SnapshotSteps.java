package dev.mooring.internal.snapshot;

import dev.mooring.error.Holder;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Restores;
import dev.mooring.internal.volume.Settling;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Does what is missing of a snapshot's operations, from what its record says. Whoever looks at a
 * record may call it, in any process and at once: every step may be repeated and is committed by
 * compare-and-swap.
 */
public final class SnapshotSteps {
  /** The event that commits a deletion: from then on nothing can stop it. */
  static final String COMMITTED = ProvisioningState.DELETING.name();

  private SnapshotSteps() {}

  /** Helps; returns the record as it is then, or empty when it is gone. */
  public static Optional<SnapshotRecord> help(RegionSession session, SnapshotRecord record) {
    if (record.running(OperationType.DELETE).isPresent()) {
      return session.locks().with(record.key(), () -> delete(session, record));
    }
    if (record.running(OperationType.SNAPSHOT).isPresent() && !record.deleting()) {
      return session.locks().with(record.key(), () -> take(session, record));
    }
    return Optional.of(record);
  }

  /** Whether volumes can be made from it. */
  public static boolean whole(SnapshotRecord record) {
    return record.provisioned().state() == ProvisioningState.AVAILABLE;
  }

  /** The operation as the record's state tells it. */
  static OperationRecord effective(SnapshotRecord record, OperationRecord operation) {
    return operation.running() && operation.type() == OperationType.SNAPSHOT
        ? Settling.making(record.provisioned(), operation)
        : operation;
  }

  /** The record with its taking noted as done, once it is. */
  static SnapshotRecord settle(SnapshotRecord record) {
    return record
        .running(OperationType.SNAPSHOT)
        .filter(taking -> whole(record))
        .map(taking -> record.withOperation(effective(record, taking)))
        .orElse(record);
  }

  /** Helps, and writes down that it was taken, if it was. */
  public static Optional<SnapshotRecord> settled(RegionSession session, SnapshotRecord record) {
    return help(session, record)
        .flatMap(
            helped ->
                helped.deleting()
                    ? Optional.of(helped)
                    : Records.update(
                        session.snapshots(),
                        helped,
                        current ->
                            settle(current).equals(current)
                                ? Optional.empty()
                                : Optional.of(settle(current))));
  }

  private static Optional<SnapshotRecord> take(RegionSession session, SnapshotRecord first) {
    Optional<SnapshotRecord> current = Optional.of(first);
    while (current.isPresent() && current.get().running(OperationType.SNAPSHOT).isPresent()) {
      SnapshotRecord record = current.get();
      if (!same(record, first) || record.leaving()) {
        return current;
      }
      Optional<SnapshotRecord> next = session.snapshotting().advance(record);
      if (next.isEmpty()) {
        return current;
      }
      Optional<SnapshotRecord> stored = session.snapshots().swap(settle(next.get()));
      current = stored.isPresent() ? stored : session.snapshots().get(first.key());
      if (stored.isEmpty() && current.filter(now -> same(now, first)).isEmpty()) {
        // The deletion may have taken the bytes away before the step above made them anew.
        session.snapshotting().destroy(record);
      }
    }
    return current;
  }

  private static Optional<SnapshotRecord> delete(RegionSession session, SnapshotRecord first) {
    Optional<SnapshotRecord> current = Optional.of(first);
    while (current.isPresent()) {
      SnapshotRecord record = current.get();
      Optional<OperationRecord> deletion = record.running(OperationType.DELETE);
      if (!same(record, first) || deletion.isEmpty() || record.deleting()) {
        return current;
      }
      if (!deletion.get().passed(COMMITTED)) {
        current = swapped(session, decided(session, record, deletion.get()));
        continue;
      }
      session.snapshotting().destroy(record);
      session.snapshots().delete(record);
      current = session.snapshots().get(record.key());
    }
    return current;
  }

  /**
   * The intent is written down before the volumes are looked for that are being made from it, and
   * they are written down before they look whether it is leaving: one of the two sees the other.
   */
  private static SnapshotRecord decided(
      RegionSession session, SnapshotRecord record, OperationRecord deletion) {
    List<Holder> holders = Restores.of(session, record.spec().id().value());
    Instant now = session.now();
    if (holders.isEmpty()) {
      return record.withOperation(deletion.with(now, COMMITTED, ""));
    }
    String words = holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
    return record.withOperation(deletion.failed(Reason.IN_USE, words, now));
  }

  private static Optional<SnapshotRecord> swapped(RegionSession session, SnapshotRecord after) {
    Optional<SnapshotRecord> stored = session.snapshots().swap(after);
    return stored.isPresent() ? stored : session.snapshots().get(after.key());
  }

  static boolean same(SnapshotRecord one, SnapshotRecord other) {
    return one.spec().id().equals(other.spec().id());
  }
}
