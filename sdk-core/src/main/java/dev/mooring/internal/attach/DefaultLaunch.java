package dev.mooring.internal.attach;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Records;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A launch, from the target's record. */
public final class DefaultLaunch implements Launch {
  private final RegionSession session;
  private final TargetRecord record;
  private final List<LaunchMount> mounts;
  private final OperationId operationId;

  private DefaultLaunch(
      RegionSession session,
      TargetRecord record,
      List<LaunchMount> mounts,
      OperationId operationId) {
    this.session = session;
    this.record = record;
    this.mounts = List.copyOf(mounts);
    this.operationId = operationId;
  }

  /** The launch of a target's record that an operation made. */
  static Launch of(RegionSession session, TargetRecord record, OperationId operationId) {
    List<LaunchMount> mounts = new ArrayList<>();
    Map<String, VolumeRecord> volumes = volumes(session, record);
    for (TargetMount mount : record.mounts()) {
      VolumeRecord volume = volumes.get(mount.volumeKey());
      if (volume != null && mount.state() != MountState.DETACHING) {
        mounts.add(
            new LaunchMount(
                mount.volume(),
                mount.volumeId(),
                mount.path(),
                mount.readOnly(),
                volume.spec().accessMode(),
                volume.provisioned().details(),
                session
                    .profile(volume.spec().profile())
                    .map(Profile::nodeSelector)
                    .orElse(Map.of())));
      }
    }
    return new DefaultLaunch(session, record, mounts, operationId);
  }

  /** The launch of a target's record; empty when no attach made it. */
  static Optional<Launch> of(RegionSession session, TargetRecord record) {
    return record.operations().stream()
        .filter(o -> o.type() == OperationType.ATTACH)
        .map(OperationRecord::id)
        .reduce((first, second) -> second)
        .map(id -> of(session, record, id));
  }

  /** The records of a target's volumes, by key; without those that are gone or others now. */
  public static Map<String, VolumeRecord> volumes(RegionSession session, TargetRecord record) {
    Map<String, VolumeRecord> volumes = new LinkedHashMap<>();
    for (TargetMount mount : record.mounts()) {
      session
          .volumes()
          .get(mount.volumeKey())
          .filter(v -> v.spec().id().equals(mount.volumeId()))
          .ifPresent(v -> volumes.put(v.key(), v));
    }
    return volumes;
  }

  @Override
  public Target target() {
    return record.target().region(session.name());
  }

  @Override
  public String account() {
    return record.account();
  }

  @Override
  public String key() {
    return record.key();
  }

  @Override
  public String token() {
    return record.token();
  }

  @Override
  public List<LaunchMount> mounts() {
    return mounts;
  }

  @Override
  public List<ScratchMount> scratch() {
    return record.scratch();
  }

  @Override
  public OperationId operationId() {
    return operationId;
  }

  @Override
  public Instant graceUntil() {
    return record.graceUntil();
  }

  @Override
  public Launch renew() {
    Problem problem =
        Problem.tried("renew the launch of").on(record.target().toString()).in(session.name());
    Instant until = session.now().plus(session.attaching().launchGrace());
    return session
        .targets()
        .get(record.key())
        .flatMap(
            found ->
                Records.update(
                    session.targets(),
                    found,
                    current ->
                        holdsAll(session, current, this)
                            ? Optional.of(current.withGrace(until))
                            : Optional.empty()))
        .filter(current -> holdsAll(session, current, this))
        .map(current -> of(session, current, operationId))
        .orElseThrow(
            () ->
                new ConflictException(
                    problem.because("its claims were lost meanwhile").hint("plan it again")));
  }

  /**
   * Whether a target is in the life of a launch and still has all that was promised to it: nobody
   * took a volume from it because it did not come up in time, and none is being detached.
   */
  public static boolean holdsAll(RegionSession session, TargetRecord current, Launch launch) {
    if (!current.token().equals(launch.token())) {
      return false;
    }
    Map<String, VolumeRecord> volumes = volumes(session, current);
    return launch.mounts().stream()
        .allMatch(
            promised ->
                current.mounts().stream()
                    .filter(mount -> mount.volumeId().equals(promised.volumeId()))
                    .filter(mount -> mount.path().equals(promised.path()))
                    .filter(mount -> mount.state() != MountState.DETACHING)
                    .anyMatch(mount -> holds(current, mount, volumes.get(mount.volumeKey()))));
  }

  private static boolean holds(
      TargetRecord current, TargetMount mount, @Nullable VolumeRecord volume) {
    return volume != null && current.holds(mount, volume);
  }

  /** For example {@code launch of instance/trainer-0 with 2 mounts}. */
  @Override
  public String toString() {
    return "launch of " + record.target() + " with " + mounts.size() + " mounts";
  }
}
