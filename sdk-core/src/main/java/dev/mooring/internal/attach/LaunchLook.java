package dev.mooring.internal.attach;

import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.cost.Cost;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CloudDrives;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Holder;
import dev.mooring.error.Violation;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.DriveCount;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Sizes;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeFinder.Found;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import dev.mooring.spi.Capability;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the world with a launch request in hand, and notes everything; changes nothing. */
final class LaunchLook {
  private final Sessions sessions;
  private final CloudDrives drives;
  private final DefaultLaunchRequest request;

  private final Violations violations = new Violations();
  private final List<Change> changes = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Holder> holders = new ArrayList<>();
  private final List<Estimates.Priced> priced = new ArrayList<>();
  private final List<CreateDrive> creates = new ArrayList<>();
  private final List<TargetMount> wanted = new ArrayList<>();
  private final List<LaunchDraft.PendingMount> pending = new ArrayList<>();
  private final List<String> unfinished = new ArrayList<>();
  private final List<ScratchMount> scratch = new ArrayList<>();
  private final List<MountPaths.Entry> paths = new ArrayList<>();
  private final Set<VolumeRef> named = new HashSet<>();

  LaunchLook(Sessions sessions, CloudDrives drives, DefaultLaunchRequest request) {
    this.sessions = sessions;
    this.drives = drives;
    this.request = request;
  }

  LaunchDraft look() {
    Names.target(violations, "target.name", request.target().name());
    List<@Nullable Found> found = request.mounts().stream().map(this::find).toList();
    RegionSession session = region(found);
    Target target = request.target();
    if (session != null) {
      target = target.region(session.name());
      session.require(Capability.ATTACHING, "attach volumes to", target.toString());
      if (target.kind().workload()) {
        session.require(Capability.WORKLOADS, "attach volumes to", target.toString());
      }
      violations.addAll(session.attaching().check(target));
      look(session, target, found);
    }
    Instant now = session == null ? Instant.now() : session.now();
    Cost cost = Estimates.of(sessions.configuration().prices(), priced, now, Duration.ofDays(30));
    return new LaunchDraft(
        session,
        target,
        changes,
        warnings,
        violations.list(),
        holders,
        cost,
        creates,
        wanted,
        pending,
        unfinished,
        scratch);
  }

  private @Nullable Found find(MountAsk ask) {
    VolumeKind kind = ask.volume().kindIfGiven().orElse(VolumeKind.DRIVE);
    return kind == VolumeKind.DRIVE
        ? VolumeFinder.find(sessions, kind, ask.volume().name()).orElse(null)
        : null;
  }

  /** The target's region; without one that of its volumes; else the default. */
  private @Nullable RegionSession region(List<@Nullable Found> found) {
    String asked = request.target().region();
    if (asked == null) {
      Optional<RegionSession> ofVolumes =
          found.stream().filter(f -> f != null).map(f -> sessionOf(f)).findFirst();
      if (ofVolumes.isPresent()) {
        return ofVolumes.get();
      }
    }
    List<Violation> problems = new ArrayList<>();
    RegionSession session = sessions.resolve(asked, "target.region", problems);
    violations.addAll(problems);
    return session;
  }

  private static RegionSession sessionOf(@Nullable Found found) {
    if (found == null) {
      throw new IllegalStateException("filtered before");
    }
    return found.session();
  }

  private void look(RegionSession session, Target target, List<@Nullable Found> found) {
    Optional<TargetRecord> living = living(session, target);
    List<TargetMount> mounted = living.map(TargetRecord::mounts).orElse(List.of());
    for (TargetMount mount : mounted) {
      paths.add(new MountPaths.Entry("target", mount.path(), mount.kind() + "/" + mount.name()));
    }
    living
        .map(TargetRecord::scratch)
        .orElse(List.of())
        .forEach(s -> paths.add(new MountPaths.Entry("target", s.path(), "scratch")));
    for (int i = 0; i < request.mounts().size(); i++) {
      mount(session, target, "mounts[" + i + "]", request.mounts().get(i), found.get(i), mounted);
    }
    for (int i = 0; i < request.scratches().size(); i++) {
      scratch(session, target, "scratch[" + i + "]", request.scratches().get(i), living);
    }
    if (request.mounts().isEmpty() && request.scratches().isEmpty() && mounted.isEmpty()) {
      violations.add("mounts", "is empty: mount at least one volume");
    }
    MountPaths.overlaps(violations, paths);
    long driveCount =
        mounted.stream().filter(m -> m.kind() == VolumeKind.DRIVE).count()
            + wanted.size()
            + pending.size();
    DriveCount.check(
        violations,
        "mounts",
        (int) driveCount,
        session.configuration().limits().drivesPerInstance());
  }

  private Optional<TargetRecord> living(RegionSession session, Target target) {
    return session
        .targets()
        .get(Keys.target(sessions.account(), target))
        .map(record -> Liveness.judge(session, record))
        .filter(Liveness.Judged::live)
        .map(Liveness.Judged::target);
  }

  private void mount(
      RegionSession session,
      Target target,
      String field,
      MountAsk ask,
      @Nullable Found found,
      List<TargetMount> mounted) {
    Capacity createSize = ask.createSize();
    if (!named.add(ask.volume())) {
      violations.add(field + ".volume", ask.volume() + " is named twice");
      return;
    }
    if (ask.volume().kindIfGiven().filter(k -> k != VolumeKind.DRIVE).isPresent()) {
      Capability needed =
          ask.volume().kindIfGiven().filter(k -> k == VolumeKind.OBJECT).isPresent()
              ? Capability.OBJECTS
              : Capability.FILESYSTEMS;
      session.require(needed, "attach " + ask.volume() + " to", target.toString());
    }
    if (found == null) {
      if (createSize == null) {
        violations.add(
            Violation.of(
                    field + ".volume",
                    "the account has no volume '"
                        + VolumeFinder.shown(ask.volume().toString())
                        + "'")
                .as(ErrorCode.NOT_FOUND));
      } else {
        create(session, target, field, ask, createSize);
      }
      return;
    }
    MountPath path = path(field, ask, found);
    if (createSize != null && createSize.bytes() != found.view().record().spec().sizeBytes()) {
      violations.add(
          Violation.of(field + ".size", "a drive of this name and another size exists")
              .as(ErrorCode.ALREADY_EXISTS));
    }
    if (path != null) {
      existing(session, target, field, ask, found, path, mounted);
    }
  }

  private @Nullable MountPath path(String field, MountAsk ask, Found found) {
    String asked = ask.path();
    if (asked != null) {
      return MountPaths.check(violations, field + ".path", asked);
    }
    MountPath standard = found.view().record().spec().mountPath();
    if (standard == null) {
      violations.add(
          field + ".path",
          "is missing: " + ask.volume() + " has no default path",
          "/" + ask.volume().name());
    }
    return standard;
  }

  private void existing(
      RegionSession session,
      Target target,
      String field,
      MountAsk ask,
      Found found,
      MountPath path,
      List<TargetMount> mounted) {
    DriveCheck check = new DriveCheck(session, target, field, violations, warnings, holders);
    TargetMount mount =
        new TargetMount(
            found.view().record().key(),
            found.view().record().spec().id(),
            VolumeKind.DRIVE,
            ask.volume().name(),
            path,
            ask.readOnly(),
            MountState.ATTACHING,
            Instant.EPOCH);
    check.drive(found);
    priced.add(priced(found.view().record().spec().sizeBytes(), ask, found));
    Optional<TargetMount> already =
        mounted.stream().filter(m -> m.volumeId().equals(mount.volumeId())).findFirst();
    String resource = "drive/" + ask.volume().name();
    if (already.isPresent()) {
      if (!already.get().path().equals(path) || already.get().readOnly() != ask.readOnly()) {
        violations.add(
            field + ".path",
            resource + " is attached to the target at " + already.get().path() + " already");
      } else {
        changes.add(new Change("none", resource, "attached at " + path + " already"));
      }
      return;
    }
    paths.add(new MountPaths.Entry(field + ".path", path, resource));
    wanted.add(mount);
    if (!Settling.usable(found.view().record().provisioned())) {
      unfinished.add(ask.volume().name());
    }
    changes.add(
        new Change(
            "attach",
            resource,
            "to " + target + " at " + path + (ask.readOnly() ? " (read-only)" : "")));
  }

  private static Estimates.Priced priced(long bytes, MountAsk ask, Found found) {
    return new Estimates.Priced(
        VolumeKind.DRIVE,
        ask.volume().name(),
        Capacity.ofBytes(bytes),
        found.view().record().spec().profile(),
        found.session().name(),
        "capacity");
  }

  private void create(
      RegionSession session, Target target, String field, MountAsk ask, Capacity size) {
    CreateDrive creation = CreateDrive.named(ask.volume().name()).size(size).region(session.name());
    Plan<CloudDrive> plan = drives.plan(creation);
    for (Violation v : plan.violations()) {
      violations.add(new Violation(field + "." + v.field(), v.message(), v.suggestion(), v.code()));
    }
    changes.addAll(plan.changes());
    warnings.addAll(plan.warnings());
    session
        .defaultProfile(VolumeKind.DRIVE)
        .ifPresent(
            p ->
                priced.add(
                    new Estimates.Priced(
                        VolumeKind.DRIVE,
                        ask.volume().name(),
                        size,
                        p.name(),
                        session.name(),
                        "capacity")));
    String asked = ask.path() == null ? "/" + ask.volume().name() : ask.path();
    MountPath path = MountPaths.check(violations, field + ".path", asked);
    if (path != null) {
      String resource = "drive/" + ask.volume().name();
      paths.add(new MountPaths.Entry(field + ".path", path, resource));
      creates.add(creation);
      pending.add(new LaunchDraft.PendingMount(ask.volume().name(), path));
      changes.add(new Change("attach", resource, "to " + target + " at " + path));
    }
  }

  private void scratch(
      RegionSession session,
      Target target,
      String field,
      ScratchAsk ask,
      Optional<TargetRecord> living) {
    session.require(Capability.SCRATCH, "add scratch space to", target.toString());
    MountPath path = MountPaths.check(violations, field + ".path", ask.path());
    Sizes.check(violations, field + ".size", ask.size(), Sizes.SMALLEST, null);
    if (path == null) {
      return;
    }
    ScratchMount mount = new ScratchMount(ask.size(), path);
    if (living.filter(t -> t.scratch().contains(mount)).isPresent()) {
      changes.add(new Change("none", "scratch", ask.size() + " at " + path + " already"));
      return;
    }
    paths.add(new MountPaths.Entry(field + ".path", path, "scratch"));
    scratch.add(mount);
    changes.add(new Change("attach", "scratch", ask.size() + " at " + path));
  }
}
