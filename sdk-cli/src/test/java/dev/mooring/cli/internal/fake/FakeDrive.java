package dev.mooring.cli.internal.fake;

import dev.mooring.access.Owner;
import dev.mooring.attachment.Attachment;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.drive.CloudDrive;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Progress;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.HealthState;
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
import org.jspecify.annotations.Nullable;

/**
 * A drive that is as it is said to be, and does nothing.
 *
 * @param status its status
 * @param why why, or null
 * @param attachments where it is attached
 */
public record FakeDrive(
    VolumeStatus status, @Nullable StatusReason why, List<Attachment> attachments)
    implements CloudDrive {
  /** When everything happened. */
  public static final Instant TIME = Instant.parse("2026-11-21T12:00:00Z");

  /** Its id. */
  public static final VolumeId ID = new VolumeId("vol-" + "0123456789abcdef".repeat(2));

  @Override
  public VolumeId id() {
    return ID;
  }

  @Override
  public VolumeKind kind() {
    return VolumeKind.DRIVE;
  }

  @Override
  public String name() {
    return "workspace";
  }

  @Override
  public String account() {
    return "acme";
  }

  @Override
  public Owner owner() {
    return Owner.user("ana");
  }

  @Override
  public String region() {
    return "local";
  }

  @Override
  public String profile() {
    return "block";
  }

  @Override
  public Capacity size() {
    return Capacity.gb(100);
  }

  @Override
  public Optional<Capacity> requestedSize() {
    return Optional.of(size());
  }

  @Override
  public Optional<Capacity> capacity() {
    return Optional.empty();
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.NONE;
  }

  @Override
  public Optional<VolumeUsage> usage() {
    return Optional.empty();
  }

  @Override
  public VolumeHealth health() {
    return new VolumeHealth(HealthState.OK, null, TIME, List.of());
  }

  @Override
  public Optional<StatusReason> statusReason() {
    return Optional.ofNullable(why);
  }

  @Override
  public Instant since() {
    return TIME;
  }

  @Override
  public ProvisioningState provisioning() {
    return ProvisioningState.PENDING;
  }

  @Override
  public VolumeDescription describe() {
    return new VolumeDescription(
        ref(), status, TIME, why, null, "folder", List.of(), List.of(), health(), null, "");
  }

  @Override
  public boolean adopted() {
    return false;
  }

  @Override
  public boolean suspended() {
    return false;
  }

  @Override
  public Optional<String> description() {
    return Optional.empty();
  }

  @Override
  public Optional<MountPath> defaultMountPath() {
    return Optional.empty();
  }

  @Override
  public Labels labels() {
    return Labels.of("team", "nlp");
  }

  @Override
  public Instant createdAt() {
    return TIME;
  }

  @Override
  public Map<String, String> backendDetails() {
    return Map.of("path", "/data/vol");
  }

  @Override
  public Optional<AccessMode> accessMode() {
    return Optional.of(AccessMode.READ_WRITE_ONCE_POD);
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of();
  }

  @Override
  public Operation<?> operation() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> restorableUntil() {
    return Optional.empty();
  }

  @Override
  public CloudDrive refresh() {
    return this;
  }

  @Override
  public CloudDrive await() {
    return this;
  }

  @Override
  public CloudDrive await(Duration limit) {
    return this;
  }

  @Override
  public CloudDrive await(Duration limit, Consumer<? super Progress> listener) {
    return this;
  }

  @Override
  public List<SizeChange> sizes() {
    return List.of(new SizeChange(createdAt(), size()));
  }

  @Override
  public Operation<CloudDrive> resize(Capacity newSize) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation<Snapshot> snapshot(String snapshotName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation<Snapshot> snapshot() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<VolumeSource> source() {
    return Optional.empty();
  }

  @Override
  public Stream<Snapshot> snapshots() {
    return Stream.empty();
  }

  @Override
  public Plan<Operation<CloudDrive>> planResize(Capacity newSize) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation<VolumeId> delete() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation<VolumeId> deleteWhenDetached() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation<VolumeId> purge() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation<VolumeId> release() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Plan<Operation<VolumeId>> planDelete() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Plan<Operation<VolumeId>> planPurge() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> protectedSince() {
    return Optional.empty();
  }

  @Override
  public CloudDrive protect() {
    return this;
  }

  @Override
  public CloudDrive unprotect() {
    return this;
  }

  @Override
  public CloudDrive restore() {
    return this;
  }
}
