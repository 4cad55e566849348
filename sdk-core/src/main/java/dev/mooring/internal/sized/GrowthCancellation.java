package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Growths;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import java.util.Optional;

/** Takes a growth back: written down first, and done as far as the backend lets it be. */
final class GrowthCancellation {
  private GrowthCancellation() {}

  /**
   * Takes back a growth that is under way or has failed. One that a later one followed is over.
   *
   * @throws ConflictException when it has grown already
   * @throws NotFoundException when the volume is gone
   */
  static void cancel(RegionSession session, VolumeRecord known, OperationId id, Problem problem) {
    VolumeRecord current =
        session
            .volumes()
            .get(known.key())
            .filter(r -> r.spec().id().equals(known.spec().id()))
            .orElseThrow(() -> new NotFoundException(problem.because("it was deleted meanwhile")));
    Records.update(session.volumes(), current, record -> cancelling(session, record, id, problem))
        .ifPresent(record -> VolumeSteps.help(session, record));
  }

  private static Optional<VolumeRecord> cancelling(
      RegionSession session, VolumeRecord record, OperationId id, Problem problem) {
    Optional<OperationRecord> found = record.operation(id);
    if (found.isEmpty() || record.leaving() || found.get().at(Growths.CANCELLING)) {
      return Optional.empty();
    }
    OperationRecord growth = found.get();
    boolean grown = Settling.effective(record, growth).state() == OperationState.SUCCEEDED;
    if (grown || (growth.running() && hasRoom(record, growth))) {
      throw tooLate(record, problem);
    }
    if (!growth.running()) {
      return Optional.empty();
    }
    if (record.sizeBefore().isEmpty()) {
      throw new ConflictException(
          problem.because("somebody changed its size by hand, so nobody knows what it was before"));
    }
    if (growth.at(Growths.RESERVED)) {
      String words = "before it began";
      return Optional.of(
          record
              .unresized()
              .withOperation(growth.ended(OperationState.CANCELLED, session.now(), words)));
    }
    return Optional.of(Growths.cancelling(record, growth, session.now()));
  }

  private static boolean hasRoom(VolumeRecord record, OperationRecord growth) {
    return !growth.at(Growths.RESERVED) && Growths.backendHasGrown(record);
  }

  private static ConflictException tooLate(VolumeRecord record, Problem problem) {
    return new ConflictException(
        problem
            .because(
                "the backend has grown it to "
                    + Capacity.ofBytes(record.spec().sizeBytes())
                    + " already, and nothing shrinks")
            .hint("make a smaller one and copy"));
  }
}
