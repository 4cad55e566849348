package dev.mooring.internal.sized;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Holder;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.operation.FixedPlan;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.Change;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import dev.mooring.spi.Remains;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Plans the deletion of a volume: where it goes, and what becomes of its data. */
final class DeletionPlan {
  private DeletionPlan() {}

  static Plan<Operation<VolumeId>> of(
      Sessions sessions,
      RegionSession session,
      VolumeRecord record,
      Supplier<Operation<VolumeId>> deletion,
      boolean forGood) {
    Instant now = session.now();
    Remains remains = Fates.of(session, record);
    List<Warning> warnings = new ArrayList<>();
    Fates.warning(record, remains).ifPresent(warnings::add);
    return new FixedPlan<>(
        List.of(change(session, record, remains, forGood, now)),
        warnings,
        violations(session, record, forGood),
        Estimates.ofPlan(sessions.configuration().prices(), List.of(), now),
        Problem.tried("delete").on(record.resource()).in(session.name()),
        deletion);
  }

  private static Change change(
      RegionSession session, VolumeRecord record, Remains remains, boolean forGood, Instant now) {
    Trash trash = record.trash();
    if (trash != null && !forGood) {
      return new Change(
          "none", record.resource(), "it is in the trash until " + Shown.time(trash.until()));
    }
    Duration keep = VolumeSteps.keep(session, record);
    return keep.isZero() || forGood
        ? new Change("delete", record.resource(), "for good; " + Fates.words(remains))
        : new Change(
            "trash",
            record.resource(),
            "until " + Shown.time(now.plus(keep)) + ", then for good; " + Fates.words(remains));
  }

  private static List<Violation> violations(
      RegionSession session, VolumeRecord record, boolean forGood) {
    List<Violation> violations = new ArrayList<>();
    boolean done = record.leaving() && (record.trash() == null || !forGood);
    if (!done && record.custody().protection().isPresent()) {
      violations.add(
          Violation.of("protected", VolumeProtection.why(record)).as(ErrorCode.PROTECTED));
    }
    List<Holder> holders = done ? List.of() : Usage.of(session, record);
    if (!holders.isEmpty()) {
      String users = holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
      violations.add(Violation.of("users", "it is in use by " + users).as(ErrorCode.IN_USE));
    }
    return violations;
  }
}
