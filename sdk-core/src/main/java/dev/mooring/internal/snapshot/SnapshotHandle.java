package dev.mooring.internal.snapshot;

import dev.mooring.access.Owner;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.verify.Verification;
import dev.mooring.operation.Operation;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.SnapshotStatus;
import dev.mooring.snapshot.VerifyReport;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A snapshot as it was read. */
final class SnapshotHandle implements Snapshot {
  private final Sessions sessions;
  private final RegionSession session;
  private final SnapshotRecord record;

  SnapshotHandle(Sessions sessions, RegionSession session, SnapshotRecord record) {
    this.sessions = sessions;
    this.session = session;
    this.record = record;
  }

  private SnapshotSpec spec() {
    return record.spec();
  }

  @Override
  public SnapshotId id() {
    return spec().id();
  }

  @Override
  public String name() {
    return spec().name();
  }

  @Override
  public VolumeRef volume() {
    return spec().volume();
  }

  @Override
  public VolumeId volumeId() {
    return spec().volumeId();
  }

  @Override
  public String account() {
    return spec().account();
  }

  @Override
  public Owner owner() {
    return spec().owner();
  }

  @Override
  public String region() {
    return spec().region();
  }

  @Override
  public String profile() {
    return spec().profile();
  }

  @Override
  public Capacity size() {
    return Capacity.ofBytes(spec().sizeBytes());
  }

  @Override
  public SnapshotStatus status() {
    Provisioned provisioned = record.provisioned();
    if (record.leaving() || provisioned.state() == ProvisioningState.DELETING) {
      return SnapshotStatus.DELETING;
    }
    if (SnapshotSteps.whole(record)) {
      return SnapshotStatus.READY;
    }
    return provisioned.permanent() ? SnapshotStatus.FAILED : SnapshotStatus.PENDING;
  }

  @Override
  public Optional<StatusReason> statusReason() {
    return Optional.ofNullable(record.provisioned().reason());
  }

  @Override
  public Instant since() {
    Instant since = record.provisioned().since();
    return since.equals(Instant.EPOCH) ? createdAt() : since;
  }

  @Override
  public Instant createdAt() {
    return record.createdAt();
  }

  @Override
  public Optional<Instant> scheduledAt() {
    return Optional.ofNullable(spec().scheduledAt());
  }

  @Override
  public Map<String, String> backendDetails() {
    return record.provisioned().details();
  }

  @Override
  public Snapshot refresh() {
    return session
        .snapshots()
        .get(record.key())
        .filter(now -> SnapshotSteps.same(now, record))
        .flatMap(now -> SnapshotSteps.help(session, now))
        .map(now -> new SnapshotHandle(sessions, session, now))
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("read")
                        .on(record.resource())
                        .in(session.name())
                        .because("there is no such snapshot any more")));
  }

  @Override
  public VerifyReport verify(Duration limit) {
    return new Verification(sessions, session, refresh(), spec().volumeKey(), limit).run();
  }

  @Override
  public Operation<SnapshotId> delete() {
    return new SnapshotDeletion(sessions, session).delete(record);
  }

  /** For example {@code snapshot/snap-… READY before-upgrade of drive/workspace}. */
  @Override
  public String toString() {
    return record.resource() + " " + status() + " " + name() + " of " + volume();
  }
}
