package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.ProtectedException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Protects volumes from being deleted. Protection and deletion swap the same record, so of two that
 * race exactly one sees the other; a deletion that has not committed itself then ends with its next
 * helper.
 */
final class VolumeProtection {
  private final RegionSession session;

  VolumeProtection(RegionSession session) {
    this.session = session;
  }

  VolumeView protect(VolumeRecord known) {
    return changed(
        "protect",
        known,
        current -> {
          if (committed(current)) {
            throw new ConflictException(
                problem("protect", current)
                    .because("it is being deleted already")
                    .hint("nothing takes that back"));
          }
          Instant since = current.custody().protectedSince();
          return guarded(current, since == null ? session.now() : since);
        });
  }

  VolumeView unprotect(VolumeRecord known) {
    return changed("unprotect", known, current -> guarded(current, null));
  }

  /** The error of whoever wants to delete what is protected. */
  static ProtectedException refusal(RegionSession session, VolumeRecord guarded, String verb) {
    return new ProtectedException(
        Problem.tried(verb)
            .on(guarded.resource())
            .in(session.name())
            .because(why(guarded))
            .hint("unprotect it first, if it may go"));
  }

  /** Why it cannot be deleted. */
  static String why(VolumeRecord guarded) {
    return "it is protected"
        + guarded.custody().protection().map(since -> " since " + Shown.time(since)).orElse("");
  }

  private VolumeView changed(
      String verb, VolumeRecord known, Function<VolumeRecord, Optional<VolumeRecord>> change) {
    return session
        .volumes()
        .get(known.key())
        .filter(found -> same(found, known))
        .flatMap(
            found ->
                Records.update(
                    session.volumes(),
                    found,
                    current -> {
                      if (!same(current, known)) {
                        throw gone(verb, known);
                      }
                      return change.apply(current);
                    }))
        .flatMap(stored -> VolumeView.of(session, stored))
        .orElseThrow(() -> gone(verb, known));
  }

  private static Optional<VolumeRecord> guarded(VolumeRecord record, @Nullable Instant since) {
    VolumeRecord wanted = record.withCustody(record.custody().guarded(since));
    return wanted.custody().equals(record.custody()) ? Optional.empty() : Optional.of(wanted);
  }

  private static boolean committed(VolumeRecord record) {
    return record.deleting()
        || record.running(OperationType.DELETE).filter(VolumeSteps::committed).isPresent();
  }

  private static boolean same(VolumeRecord record, VolumeRecord known) {
    return record.spec().id().equals(known.spec().id());
  }

  private NotFoundException gone(String verb, VolumeRecord known) {
    return new NotFoundException(
        problem(verb, known)
            .because("there is no such " + SizedKind.of(known.spec().kind()).noun() + " any more"));
  }

  private Problem problem(String verb, VolumeRecord record) {
    return Problem.tried(verb).on(record.resource()).in(session.name());
  }
}
