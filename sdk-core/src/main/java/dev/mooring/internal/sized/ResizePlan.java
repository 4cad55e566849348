package dev.mooring.internal.sized;

import dev.mooring.cost.Cost;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.operation.FixedPlan;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Quota;
import dev.mooring.operation.Change;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the growth of a volume: priced by what it costs more. */
final class ResizePlan {
  private ResizePlan() {}

  static <V extends SizedVolume<V>> Plan<Operation<V>> of(
      Sessions sessions, RegionSession session, VolumeResize<V> resize, Capacity size) {
    VolumeRecord current = resize.current();
    session.require(Capability.RESIZING, "plan", current.resource());
    VolumeSpec spec = current.spec();
    Capacity now = Capacity.ofBytes(spec.sizeBytes());
    List<Violation> violations = new ArrayList<>(resize.violations(current));
    Optional<Quota.Excess> over = resize.planned(current);
    over.ifPresent(
        excess ->
            violations.add(Violation.of("size", excess.toString()).as(ErrorCode.QUOTA_EXCEEDED)));
    boolean same = size.equals(now) && !resize.failed(current);
    Capacity more = Capacity.ofBytes(Math.max(0, size.bytes() - spec.sizeBytes()));
    List<Estimates.Priced> priced =
        same
            ? List.of()
            : List.of(
                new Estimates.Priced(
                    spec.kind(), spec.name(), more, spec.profile(), session.name(), "growth"));
    Cost cost = Estimates.ofPlan(sessions.configuration().prices(), priced, session.now());
    Change change =
        same
            ? new Change("none", current.resource(), "it has " + now + " already")
            : new Change("resize", current.resource(), "from " + now + " to " + size);
    return new FixedPlan<>(
        List.of(change),
        List.of(),
        violations,
        cost,
        resize.problem(),
        () -> apply(resize, violations, over));
  }

  private static <V extends SizedVolume<V>> Operation<V> apply(
      VolumeResize<V> resize, List<Violation> violations, Optional<Quota.Excess> over) {
    if (over.isPresent() && violations.size() == 1) {
      throw over.get().refusal(resize.problem());
    }
    resize.refuse(violations);
    return resize.start();
  }
}
