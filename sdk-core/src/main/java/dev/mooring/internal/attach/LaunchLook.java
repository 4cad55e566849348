package dev.mooring.internal.attach;

import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.error.Violation;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.DriveCount;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Sizes;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeFinder.Found;
import dev.mooring.operation.Change;
import dev.mooring.spi.Capability;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the world with a launch request in hand, and notes everything; changes nothing but what
 * others have left half done.
 */
final class LaunchLook {

  private final Sessions sessions;
  private final Mountables volumes;
  private final DefaultLaunchRequest request;
  private final LaunchNotes notes = new LaunchNotes();

  LaunchLook(Sessions sessions, Mountables volumes, DefaultLaunchRequest request) {
    this.sessions = sessions;
    this.volumes = volumes;
    this.request = request;
  }

  LaunchDraft look() {
    Names.target(notes.violations, "target.name", request.target().name());
    List<@Nullable Found> found = new ArrayList<>();
    for (int i = 0; i < request.mounts().size(); i++) {
      found.add(find("mounts[" + i + "].volume", request.mounts().get(i)));
    }
    RegionSession session = region(found);
    Target target = request.target();
    Instant now = Instant.now();
    if (session != null) {
      target = target.region(session.name());
      now = session.now();
      session.require(Capability.ATTACHING, "attach volumes to", target.toString());
      if (target.kind().kubernetesObject()) {
        session.require(Capability.WORKLOADS, "attach volumes to", target.toString());
      }
      notes.violations.addAll(session.attaching().check(target));
      look(session, target, found);
    }
    return notes.draft(
        session, target, Estimates.ofPlan(sessions.configuration().prices(), notes.priced, now));
  }

  private @Nullable Found find(String field, MountAsk ask) {
    if (ask.volume().kindIfGiven().filter(k -> k == VolumeKind.OBJECT).isPresent()) {
      return null;
    }
    List<Found> found = VolumeFinder.find(sessions, ask.volume());
    if (found.size() > 1) {
      notes.violations.add(Ambiguous.found(field, found));
      notes.ambiguous.add(field);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** The target's region; without one that of its volumes; else the default. */
  private @Nullable RegionSession region(List<@Nullable Found> found) {
    String asked = request.target().region();
    Optional<RegionSession> ofVolumes =
        found.stream().filter(Objects::nonNull).map(f -> f.session()).findFirst();
    if (asked == null && ofVolumes.isPresent()) {
      return ofVolumes.get();
    }
    List<Violation> problems = new ArrayList<>();
    RegionSession session = sessions.resolve(asked, "target.region", problems);
    notes.violations.addAll(problems);
    return session;
  }

  private void look(RegionSession session, Target target, List<@Nullable Found> found) {
    Optional<TargetRecord> living = living(session, target);
    List<TargetMount> mounted = living.map(TargetRecord::mounts).orElse(List.of());
    List<ScratchMount> scratch = living.map(TargetRecord::scratch).orElse(List.of());
    mounted.forEach(m -> notes.path("target", m.path(), m.volume().toString()));
    scratch.forEach(s -> notes.path("target", s.path(), "scratch"));
    mountedNodes(session, mounted);
    MountLook mounts = new MountLook(session, target, mounted, volumes, notes);
    for (int i = 0; i < request.mounts().size(); i++) {
      mounts.mount("mounts[" + i + "]", request.mounts().get(i), found.get(i));
    }
    if (notes.creates.size() > 1) {
      LaunchQuota.check(session, notes.creates, notes.violations);
    }
    if (!notes.wanted.isEmpty() || !notes.pending.isEmpty()) {
      notes.nodes.change(target.toString()).ifPresent(notes.changes::add);
    }
    for (int i = 0; i < request.scratches().size(); i++) {
      session.require(Capability.SCRATCH, "add scratch space to", target.toString());
      scratch("scratch[" + i + "]", request.scratches().get(i), scratch);
    }
    if (request.mounts().isEmpty() && request.scratches().isEmpty() && mounted.isEmpty()) {
      notes.violations.add("mounts", "is empty: mount at least one volume");
    }
    MountPaths.overlaps(notes.violations, notes.paths);
    DriveCount.check(
        notes.violations,
        "mounts",
        DriveCount.of(mounted) + DriveCount.of(notes.wanted) + pendingDrives(),
        session.configuration().limits().drivesPerInstance());
  }

  private int pendingDrives() {
    return (int) notes.pending.stream().filter(p -> p.volume().kind() == VolumeKind.DRIVE).count();
  }

  /** The nodes of what is mounted already; asks for it only where a profile cares. */
  private void mountedNodes(RegionSession session, List<TargetMount> mounted) {
    if (session.configuration().profiles().stream().allMatch(p -> p.nodeSelector().isEmpty())) {
      return;
    }
    for (TargetMount mount : mounted) {
      session
          .volumes()
          .get(mount.volumeKey())
          .filter(volume -> volume.spec().id().equals(mount.volumeId()))
          .ifPresent(
              volume ->
                  notes.nodes.add(
                      notes.violations,
                      "target",
                      volume.resource(),
                      session.profile(volume.spec().profile())));
    }
  }

  /**
   * The target as it is once what runs on it is done: a mount that is only intended may still be
   * undone, so that nobody may take it for one that is there.
   */
  private Optional<TargetRecord> living(RegionSession session, Target target) {
    return session
        .targets()
        .get(Keys.target(sessions.account(), target))
        .flatMap(record -> TargetSteps.help(session, record).record())
        .map(record -> Liveness.judge(session, record))
        .filter(Liveness.Judged::live)
        .map(Liveness.Judged::target);
  }

  private void scratch(String field, ScratchAsk ask, List<ScratchMount> there) {
    MountPath path = MountPaths.check(notes.violations, field + ".path", ask.path());
    Sizes.check(notes.violations, field + ".size", ask.size(), Sizes.SMALLEST, null);
    if (path == null) {
      return;
    }
    ScratchMount mount = new ScratchMount(ask.size(), path);
    if (there.contains(mount)) {
      notes.changes.add(new Change("none", "scratch", ask.size() + " at " + path + " already"));
      return;
    }
    notes.path(field + ".path", path, "scratch");
    notes.scratch.add(mount);
    notes.changes.add(new Change("attach", "scratch", ask.size() + " at " + path));
  }
}
