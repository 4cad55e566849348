package dev.mooring.internal.attach;

import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeFinder.Found;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one wish for a mount.
 *
 * @param session the region
 * @param target the target
 * @param mounted what a living target has mounted already
 * @param volumes plans volumes that are created with the launch
 * @param notes where everything is noted
 */
record MountLook(
    RegionSession session,
    Target target,
    List<TargetMount> mounted,
    Mountables volumes,
    LaunchNotes notes) {

  void mount(String field, MountAsk ask, @Nullable Found found) {
    Capacity createSize = ask.createSize();
    if (notes.ambiguous.contains(field + ".volume")) {
      return;
    }
    VolumeRef named = found == null ? ask.volume() : found.view().record().spec().ref();
    if (!notes.first(named)) {
      notes.violations.add(field + ".volume", named + " is named twice");
      return;
    }
    named
        .kindIfGiven()
        .map(Capability::of)
        .ifPresent(
            needed -> session.require(needed, "attach " + ask.volume() + " to", target.toString()));
    if (found != null) {
      existing(field, ask, found);
    } else if (createSize != null) {
      create(field, ask, createSize);
    } else {
      String shown = Shown.plain(ask.volume().toString());
      notes.violations.add(
          Violation.of(field + ".volume", "the account has no volume '" + shown + "'")
              .as(ErrorCode.NOT_FOUND));
      if (ask.path() != null) {
        MountPaths.check(notes.violations, field + ".path", ask.path());
      }
    }
  }

  private void existing(String field, MountAsk ask, Found found) {
    VolumeRecord volume = found.view().record();
    Capacity size = Capacity.ofBytes(volume.spec().sizeBytes());
    if (ask.createSize() != null && !ask.anySize() && !size.equals(ask.createSize())) {
      notes.violations.add(
          Violation.of(
                  field + ".size",
                  "a " + noun(volume.spec().kind()) + " of this name exists with " + size)
              .as(ErrorCode.ALREADY_EXISTS));
    }
    MountPath path = path(field, ask, volume);
    if (path == null) {
      return;
    }
    new VolumeCheck(session, target, field, notes.violations, notes.warnings, notes.holders)
        .volume(found);
    notes.price(volume.spec().ref(), size, volume.spec().profile(), found.session());
    Optional<TargetMount> already =
        mounted.stream().filter(m -> m.volumeId().equals(volume.spec().id())).findFirst();
    if (already.isPresent()) {
      attachedAlready(field, ask, path, already.get());
    } else {
      attach(field, ask, path, volume);
    }
  }

  private @Nullable MountPath path(String field, MountAsk ask, VolumeRecord volume) {
    String asked = ask.path();
    if (asked != null) {
      return MountPaths.check(notes.violations, field + ".path", asked);
    }
    MountPath standard = volume.spec().mountPath();
    if (standard == null) {
      notes.violations.add(
          field + ".path",
          "is missing: " + ask.volume() + " has no default path",
          "/" + ask.volume().name());
    }
    return standard;
  }

  private void attachedAlready(String field, MountAsk ask, MountPath path, TargetMount mount) {
    if (mount.state() != MountState.ATTACHED) {
      notes.violations.add(
          Violation.of(
                  field + ".volume",
                  mount.volume() + " is " + mount.state() + " there; try again when that has ended")
              .as(ErrorCode.CONFLICT));
    } else if (mount.path().equals(path) && mount.readOnly() == ask.readOnly()) {
      notes.changes.add(
          new Change("none", mount.volume().toString(), "attached at " + path + " already"));
    } else {
      notes.violations.add(
          field + ".path",
          mount.volume() + " is attached to the target at " + mount.path() + " already");
    }
  }

  private void attach(String field, MountAsk ask, MountPath path, VolumeRecord volume) {
    notes.path(field + ".path", path, volume.resource());
    notes.nodes.add(
        notes.violations,
        field + ".volume",
        volume.resource(),
        session.profile(volume.spec().profile()));
    notes.wanted.add(
        new TargetMount(
            volume.key(),
            volume.spec().id(),
            volume.spec().kind(),
            volume.spec().name(),
            path,
            ask.readOnly(),
            MountState.ATTACHING,
            Instant.EPOCH));
    if (!Settling.usable(volume.provisioned())) {
      notes.unfinished.add(volume.spec().ref());
    }
    String how = ask.readOnly() ? " (read-only)" : "";
    notes.changes.add(
        new Change("attach", volume.resource(), "to " + target + " at " + path + how));
  }

  private void create(String field, MountAsk ask, Capacity size) {
    VolumeKind kind = ask.volume().kindIfGiven().orElse(VolumeKind.DRIVE);
    CreateSizedVolume<?> creation;
    Plan<?> plan;
    if (kind == VolumeKind.FILESYSTEM) {
      CreateFilesystem filesystem =
          CreateFilesystem.named(ask.volume().name()).size(size).region(session.name());
      creation = filesystem;
      plan = volumes.filesystems().plan(filesystem);
    } else {
      CreateDrive drive = CreateDrive.named(ask.volume().name()).size(size).region(session.name());
      creation = drive;
      plan = volumes.drives().plan(drive);
    }
    for (Violation v : plan.violations()) {
      notes.violations.add(
          new Violation(field + "." + v.field(), v.message(), v.suggestion(), v.code()));
    }
    notes.changes.addAll(plan.changes());
    notes.warnings.addAll(plan.warnings());
    session.defaultProfile(kind).ifPresent(p -> notes.price(ask.volume(), size, p.name(), session));
    String asked = ask.path() == null ? "/" + ask.volume().name() : ask.path();
    MountPath path = MountPaths.check(notes.violations, field + ".path", asked);
    if (path != null) {
      String resource = ask.volume().toString();
      notes.path(field + ".path", path, resource);
      notes.nodes.add(notes.violations, field + ".volume", resource, session.defaultProfile(kind));
      notes.creates.add(creation);
      notes.pending.add(new LaunchDraft.PendingMount(ask.volume(), path, ask.readOnly()));
      String how = ask.readOnly() ? " (read-only)" : "";
      notes.changes.add(new Change("attach", resource, "to " + target + " at " + path + how));
    }
  }

  private static String noun(VolumeKind kind) {
    return kind == VolumeKind.FILESYSTEM ? "filesystem" : "drive";
  }
}
