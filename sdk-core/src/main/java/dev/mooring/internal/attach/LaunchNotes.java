package dev.mooring.internal.attach;

import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.cost.Cost;
import dev.mooring.error.Holder;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Violations;
import dev.mooring.operation.Change;
import dev.mooring.operation.Warning;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.spi.TargetMount;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a look at a launch request notes on its way. */
final class LaunchNotes {
  final Violations violations = new Violations();
  final List<Change> changes = new ArrayList<>();
  final List<Warning> warnings = new ArrayList<>();
  final List<Holder> holders = new ArrayList<>();
  final List<Estimates.Priced> priced = new ArrayList<>();
  final List<CreateSizedVolume<?>> creates = new ArrayList<>();
  final List<TargetMount> wanted = new ArrayList<>();
  final List<LaunchDraft.PendingMount> pending = new ArrayList<>();
  final List<VolumeRef> unfinished = new ArrayList<>();
  final Set<String> ambiguous = new HashSet<>();
  final List<ScratchMount> scratch = new ArrayList<>();
  final List<MountPaths.Entry> paths = new ArrayList<>();
  final NodeRules nodes = new NodeRules();
  private final Set<VolumeRef> named = new HashSet<>();

  /** Whether a volume is named for the first time. */
  boolean first(VolumeRef volume) {
    return named.add(volume);
  }

  void path(String field, MountPath path, String what) {
    paths.add(new MountPaths.Entry(field, path, what));
  }

  void price(VolumeRef volume, Capacity size, String profile, RegionSession session) {
    VolumeKind kind = volume.kindIfGiven().orElse(VolumeKind.DRIVE);
    priced.add(
        new Estimates.Priced(kind, volume.name(), size, profile, session.name(), "capacity"));
  }

  LaunchDraft draft(@Nullable RegionSession session, Target target, Cost cost) {
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
}
