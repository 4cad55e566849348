package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.Keys;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The attachments of one target. */
final class DefaultTargetAttachments implements TargetAttachments {
  private final Sessions sessions;
  private final Mountables volumes;
  private final Target target;

  DefaultTargetAttachments(Sessions sessions, Mountables volumes, Target target) {
    this.sessions = sessions;
    this.volumes = volumes;
    this.target = target;
  }

  private record Found(RegionSession session, TargetRecord record) {}

  @Override
  public Target target() {
    return target;
  }

  @Override
  public List<Attachment> list() {
    return find().stream()
        .flatMap(f -> DefaultAttachments.attachments(f.session(), List.of(f.record())))
        .toList();
  }

  @Override
  public Optional<Launch> launch() {
    return find()
        .filter(f -> Liveness.judge(f.session(), f.record()).live())
        .flatMap(f -> DefaultLaunch.of(f.session(), f.record()));
  }

  @Override
  public Operation<List<Attachment>> attach(String name, String path) {
    Launch launch =
        DefaultLaunchRequest.of(sessions, volumes, target).mount(name, path).plan().apply();
    Found found =
        find()
            .orElseThrow(
                () -> new IllegalStateException("the launch left no record: " + launch.target()));
    OperationRecord operation =
        found
            .record()
            .operation(launch.operationId())
            .or(
                () ->
                    found.record().operations().stream()
                        .filter(o -> o.type() == OperationType.ATTACH)
                        .reduce((first, second) -> second))
            .orElseThrow(
                () ->
                    new ConflictException(
                        Problem.tried("attach " + name + " to")
                            .on(target.toString())
                            .because("it was detached meanwhile")
                            .hint("try again")));
    VolumeRef asked = VolumeRef.parse(name);
    List<Attachment> made =
        list().stream()
            .filter(a -> a.volume().name().equals(asked.name()))
            .filter(a -> asked.kindIfGiven().isEmpty() || asked.kind() == a.volume().kind())
            .toList();
    return new RecordOperation<>(
        new TargetSubject(found.session(), found.record(), operation, made),
        operation,
        Optional.of(found.record()),
        standardWait());
  }

  @Override
  public Operation<List<Attachment>> detach(VolumeRef... volumes) {
    Set<VolumeRef> leaving = meant(List.of(volumes));
    return detach(mount -> leaving.contains(mount.volume()));
  }

  /**
   * The volumes that are meant, each with its kind: a bare name must not take away what somebody
   * else attaches under it meanwhile.
   */
  private Set<VolumeRef> meant(List<VolumeRef> leaving) {
    List<TargetMount> mounts = find().map(f -> f.record().mounts()).orElse(List.of());
    Violations violations = new Violations();
    Set<VolumeRef> meant = new HashSet<>();
    for (int i = 0; i < leaving.size(); i++) {
      VolumeRef volume = leaving.get(i);
      List<VolumeRef> fitting =
          mounts.stream()
              .filter(m -> m.name().equals(volume.name()))
              .filter(m -> volume.kindIfGiven().orElse(m.kind()) == m.kind())
              .map(TargetMount::volume)
              .toList();
      if (fitting.size() > 1) {
        violations.add(
            Ambiguous.of("volumes[" + i + "]", fitting.stream().map(VolumeRef::toString).toList()));
      }
      meant.addAll(fitting);
    }
    violations.orThrow(Problem.tried("detach volumes from").on(target.toString()));
    return meant;
  }

  @Override
  public Operation<List<Attachment>> detachAll() {
    return detach(mount -> true);
  }

  private Operation<List<Attachment>> detach(Predicate<TargetMount> which) {
    Optional<Found> found = find();
    if (found.isPresent()) {
      return new Detacher(found.get().session(), standardWait())
          .detach(found.get().record(), which);
    }
    RegionSession session = candidates().get(0);
    TargetRecord empty =
        new TargetRecord(
            Keys.target(sessions.account(), target),
            "",
            Instant.EPOCH,
            sessions.account(),
            target,
            "",
            Instant.EPOCH,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    return Detacher.nothing(session, target, standardWait(), empty);
  }

  private Optional<Found> find() {
    String key = Keys.target(sessions.account(), target);
    for (RegionSession session : candidates()) {
      Optional<TargetRecord> record = session.targets().get(key);
      if (record.isPresent()) {
        Optional<TargetRecord> helped =
            Helping.byTheWay(record.get(), () -> TargetSteps.help(session, record.get()).record());
        if (helped.isPresent()) {
          return Optional.of(new Found(session, helped.get()));
        }
      }
    }
    return Optional.empty();
  }

  private List<RegionSession> candidates() {
    if (target.region() == null) {
      return List.copyOf(sessions.all());
    }
    List<Violation> violations = new ArrayList<>();
    RegionSession session = sessions.resolve(target.region(), "target.region", violations);
    if (session == null) {
      throw new InvalidRequestException(Problem.tried("find").on(target.toString()), violations);
    }
    return List.of(session);
  }

  private Duration standardWait() {
    return sessions.configuration().timeouts().longestWait();
  }
}
