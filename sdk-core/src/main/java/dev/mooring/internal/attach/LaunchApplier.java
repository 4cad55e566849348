package dev.mooring.internal.attach;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.DriveCount;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Applies a launch plan: all or nothing, and once, however often it is called. */
final class LaunchApplier {
  private static final int MOST_TRIES = 32;

  private final Sessions sessions;
  private final Mountables volumes;
  private final RegionSession session;
  private final OperationId id;
  private final Problem problem;

  LaunchApplier(
      Sessions sessions,
      Mountables volumes,
      RegionSession session,
      OperationId id,
      Problem problem) {
    this.sessions = sessions;
    this.volumes = volumes;
    this.session = session;
    this.id = id;
    this.problem = problem;
  }

  Launch apply(DefaultLaunchRequest request, LaunchDraft shown) {
    String key = Keys.target(sessions.account(), shown.target());
    Optional<TargetRecord> before = session.targets().get(key);
    if (before.flatMap(r -> r.operation(id)).isPresent()) {
      return end(request, TargetSteps.help(session, before.get()));
    }
    // What an earlier request began and did not end is no mount yet: it is finished or undone
    // first.
    before.ifPresent(record -> TargetSteps.help(session, record));
    LaunchDraft now = new LaunchLook(sessions, volumes, request).look();
    if (!now.sameAs(shown) && !now.remainsOf(shown)) {
      throw stale(shown, now);
    }
    List<TargetMount> mounts = new ArrayList<>(now.wanted());
    List<SizedVolume<?>> made = new ArrayList<>();
    for (CreateSizedVolume<?> creation : now.creates()) {
      made.add(volumes.create(creation));
    }
    for (int i = 0; i < made.size(); i++) {
      mounts.add(mount(made.get(i).await(), now.pending().get(i)));
    }
    now.unfinished().forEach(volume -> volumes.named(volume).await());
    if (mounts.isEmpty() && now.scratch().isEmpty()) {
      TargetRecord record = session.targets().get(key).orElseThrow(() -> stale(shown, now));
      return DefaultLaunch.of(session, record)
          .orElseGet(() -> DefaultLaunch.of(session, record, id));
    }
    return end(request, TargetSteps.help(session, intend(key, now, mounts)));
  }

  private TargetMount mount(SizedVolume<?> volume, LaunchDraft.PendingMount pending) {
    return new TargetMount(
        VolumeFinder.record(session, volume.kind(), volume.name())
            .map(VolumeRecord::key)
            .orElseGet(() -> Keys.volume(sessions.account(), volume.kind(), volume.name())),
        volume.id(),
        volume.kind(),
        volume.name(),
        pending.path(),
        pending.readOnly(),
        MountState.ATTACHING,
        Instant.EPOCH);
  }

  /** Writes the intent into the target's record, before any effect. */
  private TargetRecord intend(String key, LaunchDraft draft, List<TargetMount> mounts) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Instant now = session.now();
      List<TargetMount> added = mounts.stream().map(m -> since(m, now)).toList();
      OperationRecord intent = intent(draft, now);
      Optional<TargetRecord> found = session.targets().get(key);
      if (found.isEmpty()) {
        TargetRecord fresh =
            new TargetRecord(
                key,
                "",
                Instant.EPOCH,
                sessions.account(),
                draft.target(),
                Keys.token(),
                now.plus(session.attaching().launchGrace()),
                null,
                null,
                added,
                draft.scratch(),
                List.of(intent));
        var answer = session.targets().create(fresh);
        if (answer.created()) {
          return answer.record();
        }
        continue;
      }
      Optional<TargetRecord> helped = TargetSteps.help(session, found.get()).record();
      if (helped.isEmpty()) {
        continue;
      }
      if (helped.get().operation(id).isPresent()) {
        return helped.get(); // by another call of the same plan, or by one whose answer was lost
      }
      Optional<TargetRecord> stored =
          session.targets().swap(extended(helped.get(), draft, added, intent, now));
      if (stored.isPresent()) {
        return stored.get();
      }
    }
    throw new ConflictException(
        problem.because("others changed the target all the time").hint("try again"));
  }

  private TargetRecord extended(
      TargetRecord record,
      LaunchDraft draft,
      List<TargetMount> added,
      OperationRecord intent,
      Instant now) {
    Instant grace = now.plus(session.attaching().launchGrace());
    Liveness.Judged judged = Liveness.judge(session, record);
    TargetRecord base =
        judged.live() ? judged.target().withGrace(grace) : record.reborn(Keys.token(), grace);
    List<TargetMount> all = new ArrayList<>(base.mounts());
    for (TargetMount mount : added) {
      for (TargetMount other : base.mounts()) {
        if (other.path().overlaps(mount.path()) || other.volumeKey().equals(mount.volumeKey())) {
          throw new ConflictException(
              problem
                  .because(
                      "somebody attached " + other.name() + " at " + other.path() + " meanwhile")
                  .hint("plan again"));
        }
      }
      all.add(mount);
    }
    if (DriveCount.of(all) > session.configuration().limits().drivesPerInstance()) {
      throw new ConflictException(
          problem.because("somebody attached more drives meanwhile").hint("plan again"));
    }
    List<ScratchMount> scratch = new ArrayList<>(base.scratch());
    scratch.addAll(draft.scratch());
    return base.withMounts(all).withScratch(scratch).withOperation(intent);
  }

  private OperationRecord intent(LaunchDraft draft, Instant now) {
    OperationRecord intent = OperationRecord.start(id, OperationType.ATTACH, now);
    return draft.scratch().isEmpty()
        ? intent
        : intent.with(
            now,
            TargetSteps.SCRATCH,
            draft.scratch().stream().map(s -> s.path().value()).collect(Collectors.joining(" ")));
  }

  private static TargetMount since(TargetMount mount, Instant now) {
    return new TargetMount(
        mount.volumeKey(),
        mount.volumeId(),
        mount.kind(),
        mount.name(),
        mount.path(),
        mount.readOnly(),
        mount.state(),
        now);
  }

  private Launch end(DefaultLaunchRequest request, Outcome outcome) {
    Optional<OperationRecord> operation = outcome.record().flatMap(r -> r.operation(id));
    if (operation.filter(o -> o.state() == OperationState.SUCCEEDED).isPresent()) {
      return DefaultLaunch.of(session, outcome.record().get(), id);
    }
    List<Holder> holders = outcome.holders();
    String words = operation.map(OperationRecord::raw).orElse("");
    if (holders.isEmpty()) {
      LaunchDraft again = new LaunchLook(sessions, volumes, request).look();
      if (!again.violations().isEmpty()) {
        throw Refusals.of(problem, again.violations(), again.holders());
      }
      throw new ConflictException(
          problem
              .because(words == null || words.isEmpty() ? "it was undone" : words)
              .hint("nothing was attached; plan again"));
    }
    throw new InUseException(
        problem
            .because(
                "a volume is held by "
                    + String.join(", ", holders.stream().map(Holder::toString).toList()))
            .hint("nothing was attached; stop the holder or detach the volume"),
        holders);
  }

  private StorageException stale(LaunchDraft shown, LaunchDraft now) {
    boolean inUse =
        !now.violations().isEmpty()
            && now.violations().stream().allMatch(v -> v.code() == ErrorCode.IN_USE);
    if (inUse) {
      return Refusals.of(problem, now.violations(), now.holders());
    }
    String what =
        now.violations().isEmpty()
            ? "it would now " + now.changes() + " instead of " + shown.changes()
            : "now " + now.violations();
    return new ConflictException(
        problem.because("the plan is stale: " + what).hint("nothing was changed; plan again"));
  }
}
