package dev.mooring.internal.attach;

import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.cost.Cost;
import dev.mooring.error.Holder;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.Change;
import dev.mooring.operation.Warning;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.spi.TargetMount;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A launch as it stands when it was looked at: what would change, and all that is wrong.
 *
 * @param session the region, or null when it is among the violations
 * @param target the target with its region
 * @param changes what would change
 * @param warnings what its user should know
 * @param violations what is wrong
 * @param holders who holds volumes that violations are about
 * @param cost what the volumes cost
 * @param creates the volumes to create first
 * @param wanted the mounts that the target shall have more, by the volumes that exist
 * @param pending the mounts whose volumes are created first, in the same order
 * @param unfinished the volumes that exist but cannot be attached yet
 * @param scratch the scratch space that the target shall have more
 */
record LaunchDraft(
    @Nullable RegionSession session,
    Target target,
    List<Change> changes,
    List<Warning> warnings,
    List<Violation> violations,
    List<Holder> holders,
    Cost cost,
    List<CreateSizedVolume<?>> creates,
    List<TargetMount> wanted,
    List<PendingMount> pending,
    List<VolumeRef> unfinished,
    List<ScratchMount> scratch) {

  /**
   * A mount whose volume does not exist yet.
   *
   * @param volume kind and name
   * @param path where it shall appear
   * @param readOnly whether it shall only be read
   */
  record PendingMount(VolumeRef volume, MountPath path, boolean readOnly) {}

  /** What must be the same when the plan is applied: all but prices and times. */
  boolean sameAs(LaunchDraft other) {
    return changes.equals(other.changes)
        && warnings.equals(other.warnings)
        && violations.equals(other.violations)
        && identities().equals(other.identities());
  }

  /**
   * Whether this is what is left to do of a plan some of whose volumes were created meanwhile, as
   * it asked: by an earlier call of it that did not come to its end.
   */
  boolean remainsOf(LaunchDraft plan) {
    Set<String> made = names(plan.creates);
    made.removeAll(names(creates));
    List<Change> left =
        plan.changes.stream()
            .filter(c -> !(c.action().equals("create") && made.contains(c.resource())))
            .toList();
    return !made.isEmpty()
        && changes.equals(left)
        && violations.equals(plan.violations)
        && identities(m -> !made.contains(m.volume().toString())).equals(plan.identities());
  }

  private static Set<String> names(List<CreateSizedVolume<?>> creations) {
    return creations.stream()
        .map(c -> c.kind().word() + "/" + c.name())
        .collect(Collectors.toSet());
  }

  private List<Object> identities() {
    return identities(mount -> true);
  }

  private List<Object> identities(Predicate<TargetMount> which) {
    return wanted.stream()
        .filter(which)
        .<Object>map(m -> List.of(m.volumeKey(), m.volumeId(), m.path(), m.readOnly()))
        .toList();
  }
}
