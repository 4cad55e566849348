package dev.mooring.internal.sized;

import dev.mooring.access.Owner;
import dev.mooring.attachment.Attachment;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.attach.Held;
import dev.mooring.internal.health.HealthLook;
import dev.mooring.internal.health.UsageLook;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.DefaultSnapshots;
import dev.mooring.internal.snapshot.SnapshotTaking;
import dev.mooring.internal.volume.Advice;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Progress;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.Capability;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeChange;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeHealth;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import dev.mooring.volume.VolumeUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A volume as it was read. */
abstract class SizedHandle<V extends SizedVolume<V>> implements SizedVolume<V> {
  private final SizedKind<V> type;
  private final Sessions sessions;
  private final RegionSession session;
  private final VolumeView view;

  SizedHandle(SizedKind<V> type, Sessions sessions, RegionSession session, VolumeView view) {
    this.type = type;
    this.sessions = sessions;
    this.session = session;
    this.view = view;
  }

  final Sessions sessions() {
    return sessions;
  }

  final RegionSession session() {
    return session;
  }

  final VolumeRecord record() {
    return view.record();
  }

  private VolumeSpec spec() {
    return view.record().spec();
  }

  @Override
  public VolumeId id() {
    return spec().id();
  }

  @Override
  public VolumeKind kind() {
    return type.kind();
  }

  @Override
  public String name() {
    return spec().name();
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
  public Optional<Capacity> requestedSize() {
    return Optional.of(size());
  }

  @Override
  public Optional<Capacity> capacity() {
    return Optional.ofNullable(record().provisioned().capacityBytes()).map(Capacity::ofBytes);
  }

  @Override
  public SizeEnforcement enforcement() {
    return record().provisioned().enforcement();
  }

  @Override
  public Optional<VolumeUsage> usage() {
    VolumeRecord now =
        session
            .volumes()
            .get(record().key())
            .filter(r -> r.spec().id().equals(id()))
            .orElseThrow(() -> gone("measure"));
    return Optional.ofNullable(UsageLook.of(session, now).usage());
  }

  @Override
  public VolumeHealth health() {
    return HealthLook.of(session, current("check"));
  }

  @Override
  public VolumeStatus status() {
    return view.status();
  }

  @Override
  public Optional<StatusReason> statusReason() {
    return reason(view);
  }

  @Override
  public Instant since() {
    return view.since();
  }

  @Override
  public ProvisioningState provisioning() {
    return Settling.failed(record().provisioned())
        ? ProvisioningState.FAILED
        : record().provisioned().state();
  }

  @Override
  public boolean adopted() {
    return record().custody().adoption().isPresent();
  }

  @Override
  public boolean suspended() {
    return false;
  }

  @Override
  public Optional<String> description() {
    return Optional.ofNullable(spec().description());
  }

  @Override
  public Optional<MountPath> defaultMountPath() {
    return Optional.ofNullable(spec().mountPath());
  }

  @Override
  public Labels labels() {
    return spec().labels();
  }

  @Override
  public Instant createdAt() {
    return record().createdAt();
  }

  @Override
  public Map<String, String> backendDetails() {
    return record().provisioned().details();
  }

  @Override
  public Optional<AccessMode> accessMode() {
    return Optional.ofNullable(spec().accessMode());
  }

  @Override
  public Optional<VolumeSource> source() {
    return spec().madeFrom().map(SourceSpec::asked);
  }

  @Override
  public List<Attachment> attachments() {
    return view.held().stream().map(Held::attachment).toList();
  }

  @Override
  public List<Operation<?>> operations() {
    return record().operations().stream()
        .<Operation<?>>map(o -> VolumeOperations.of(sessions, session, record(), o))
        .toList();
  }

  @Override
  public Operation<?> operation() {
    List<Operation<?>> all = operations();
    if (all.isEmpty()) {
      throw new NotFoundException(
          Problem.tried("find the last operation of")
              .on(record().resource())
              .in(session.name())
              .because("it remembers none"));
    }
    return all.stream()
        .filter(o -> !o.state().ended())
        .reduce((first, second) -> second)
        .orElse(all.get(all.size() - 1));
  }

  @Override
  public Optional<Instant> restorableUntil() {
    return Optional.ofNullable(record().trash()).map(Trash::until);
  }

  @Override
  public Optional<Instant> protectedSince() {
    return record().custody().protection();
  }

  @Override
  public V protect() {
    return type.handle(sessions, session, new VolumeProtection(session).protect(record()));
  }

  @Override
  public V unprotect() {
    return type.handle(sessions, session, new VolumeProtection(session).unprotect(record()));
  }

  @Override
  public V refresh() {
    return type.handle(sessions, session, current("read"));
  }

  /** The volume as it is now, helped on. */
  private VolumeView current(String tried) {
    return session
        .volumes()
        .get(record().key())
        .filter(r -> r.spec().id().equals(id()))
        .flatMap(r -> VolumeView.of(session, r))
        .orElseThrow(() -> gone(tried));
  }

  @Override
  public VolumeDescription describe() {
    VolumeView now = current("describe");
    return VolumeDescriber.of(session, now, reason(now).orElse(null));
  }

  /** Why the volume is as it is; of one that is well, why a target has not mounted it. */
  private Optional<StatusReason> reason(VolumeView seen) {
    return Advice.of(session, seen.record(), sessions.configuration().timeouts()).or(seen::trouble);
  }

  @Override
  public V await() {
    return await(sessions.configuration().timeouts().longestWait());
  }

  @Override
  public V await(Duration limit) {
    return await(limit, progress -> {});
  }

  @Override
  public V await(Duration limit, Consumer<? super Progress> listener) {
    return type.handle(
        sessions,
        session,
        VolumeAwaiting.await(sessions, session, record(), limit, type.noun(), listener));
  }

  @Override
  public List<SizeChange> sizes() {
    List<SizeChange> changes = record().sizes();
    return changes.isEmpty() ? List.of(new SizeChange(createdAt(), size())) : changes;
  }

  @Override
  public Operation<V> resize(Capacity size) {
    return resizing(size).start();
  }

  @Override
  public Plan<Operation<V>> planResize(Capacity size) {
    return ResizePlan.of(sessions, session, resizing(size), size);
  }

  private VolumeResize<V> resizing(Capacity size) {
    return new VolumeResize<>(type, sessions, session, record(), size);
  }

  @Override
  public Operation<Snapshot> snapshot(String name) {
    return new SnapshotTaking(sessions, session, record(), name).take();
  }

  @Override
  public Operation<Snapshot> snapshot() {
    return snapshot(SnapshotTaking.nameAt(session.now()));
  }

  @Override
  public Stream<Snapshot> snapshots() {
    return DefaultSnapshots.of(sessions, session, record());
  }

  @Override
  public Operation<VolumeId> delete() {
    return new VolumeDeletion(sessions, session).delete(record(), VolumeDeletion.Mode.DELETE);
  }

  @Override
  public Operation<VolumeId> deleteWhenDetached() {
    return new VolumeDeletion(sessions, session)
        .delete(record(), VolumeDeletion.Mode.WHEN_DETACHED);
  }

  @Override
  public Operation<VolumeId> purge() {
    return new VolumeDeletion(sessions, session).delete(record(), VolumeDeletion.Mode.PURGE);
  }

  @Override
  public Plan<Operation<VolumeId>> planDelete() {
    return DeletionPlan.of(sessions, session, current("plan").record(), this::delete, false);
  }

  @Override
  public Plan<Operation<VolumeId>> planPurge() {
    return DeletionPlan.of(sessions, session, current("plan").record(), this::purge, true);
  }

  @Override
  public Operation<VolumeId> release() {
    session.require(Capability.ADOPTING, "release", record().resource());
    return new VolumeDeletion(sessions, session).delete(record(), VolumeDeletion.Mode.RELEASE);
  }

  @Override
  public V restore() {
    return type.handle(sessions, session, new VolumeRestoring(session).restore(record()));
  }

  private NotFoundException gone(String tried) {
    return new NotFoundException(
        Problem.tried(tried)
            .on(record().resource())
            .in(session.name())
            .because("there is no such " + type.noun() + " any more"));
  }

  /** For example {@code drive/workspace AVAILABLE 100GB in us-central}. */
  @Override
  public String toString() {
    return ref() + " " + status() + " " + size() + " in " + region();
  }
}
