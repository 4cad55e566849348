package dev.mooring.internal.operation;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.internal.attach.TargetOperations;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.sized.VolumeOperations;
import dev.mooring.internal.snapshot.SnapshotOperations;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Operations;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds operations in the records of volumes and targets. */
public final class DefaultOperations implements Operations {
  private final Sessions sessions;

  /** The operations of these regions. */
  public DefaultOperations(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Operation<?>> find(String id) {
    try {
      return find(new OperationId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Operation<?>> find(OperationId id) {
    Optional<RegionSession> region = sessions.find(id.region());
    if (region.isEmpty()) {
      return Optional.empty();
    }
    RegionSession session = region.get();
    Optional<VolumeKind> kind = VolumeKind.ofWord(id.kind());
    if (kind.isPresent()) {
      Optional<VolumeRecord> record = VolumeFinder.record(session, kind.get(), id.name());
      Optional<OperationRecord> operation = record.flatMap(r -> r.operation(id));
      if (record.isPresent() && operation.isPresent()) {
        return Optional.of(
            VolumeOperations.of(sessions, session, record.get(), operation.get()).poll());
      }
      return gone(id, OperationType.DELETE, new VolumeRef(kind.get(), id.name()));
    }
    if (id.kind().equals(Index.SNAPSHOT)) {
      return ofSnapshot(session, id);
    }
    return TargetKind.ofWord(id.kind())
        .flatMap(
            k -> {
              String key = Keys.target(sessions.account(), Target.of(k, id.name()));
              return session.targets().get(key);
            })
        .flatMap(
            record ->
                record
                    .operation(id)
                    .<Operation<?>>map(
                        o -> TargetOperations.of(sessions, session, record, o).poll()))
        .or(() -> gone(id, OperationType.DETACH, List.<Attachment>of()));
  }

  private Optional<Operation<?>> ofSnapshot(RegionSession session, OperationId id) {
    if (!session.can(Capability.SNAPSHOTS) || !Keys.isSnapshot(id.name())) {
      return Optional.empty();
    }
    return session
        .snapshots()
        .get(id.name())
        .flatMap(
            record ->
                record
                    .operation(id)
                    .<Operation<?>>map(
                        o -> SnapshotOperations.of(sessions, session, record, o).poll()))
        .or(() -> gone(id, OperationType.DELETE, id.name()));
  }

  /** An operation that ends with its record: when that is gone, it has succeeded. */
  private static Optional<Operation<?>> gone(OperationId id, OperationType ending, Object outcome) {
    return id.type().equals(ending.word())
        ? Optional.of(new EndedOperation<>(id, ending, outcome))
        : Optional.empty();
  }

  @Override
  public Stream<Operation<?>> running() {
    return sessions.all().stream()
        .flatMap(session -> Stream.of(ofVolumes(session), ofTargets(session), ofSnapshots(session)))
        .flatMap(operations -> operations)
        .filter(operation -> !operation.state().ended());
  }

  private Stream<Operation<?>> ofVolumes(RegionSession session) {
    return running(
        session,
        Arrays.asList(OperationType.values()),
        session.volumes()::list,
        (record, o) -> VolumeOperations.of(sessions, session, record, o));
  }

  private Stream<Operation<?>> ofTargets(RegionSession session) {
    return running(
        session,
        List.of(OperationType.ATTACH, OperationType.DETACH),
        session.targets()::list,
        (record, o) -> TargetOperations.of(sessions, session, record, o));
  }

  private Stream<Operation<?>> ofSnapshots(RegionSession session) {
    return session.can(Capability.SNAPSHOTS)
        ? running(
            session,
            List.of(OperationType.SNAPSHOT, OperationType.DELETE),
            session.snapshots()::list,
            (record, o) -> SnapshotOperations.of(sessions, session, record, o))
        : Stream.empty();
  }

  private static <R extends StoredRecord> Stream<Operation<?>> running(
      RegionSession session,
      List<OperationType> types,
      Function<RecordQuery, RecordPage<R>> list,
      BiFunction<R, OperationRecord, Operation<?>> of) {
    return types.stream()
        .flatMap(type -> VolumeListing.pages(running(session, type), list))
        .flatMap(page -> page.records().stream())
        .flatMap(
            record ->
                record.operations().stream()
                    .filter(OperationRecord::running)
                    .map(operation -> of.apply(record, operation)));
  }

  private static RecordQuery running(RegionSession session, OperationType type) {
    return RecordQuery.where(Map.of(Index.ACCOUNT, session.account(), Index.RUNNING, type.word()));
  }
}
