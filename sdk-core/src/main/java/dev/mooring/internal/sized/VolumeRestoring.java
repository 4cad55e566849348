package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.attach.Tidy;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.Optional;

/** Brings volumes back from the trash. */
final class VolumeRestoring {
  private final RegionSession session;

  VolumeRestoring(RegionSession session) {
    this.session = session;
  }

  VolumeView restore(VolumeRecord known) {
    OperationRecord mine = Intents.begin(session, known.spec(), OperationType.RESTORE);
    VolumeRecord restored =
        session
            .volumes()
            .get(known.key())
            .flatMap(
                found ->
                    Records.update(
                        session.volumes(), found, current -> restored(current, known, mine)))
            .orElseThrow(() -> gone(known));
    return VolumeView.unhelped(session, restored);
  }

  private Optional<VolumeRecord> restored(
      VolumeRecord current, VolumeRecord known, OperationRecord mine) {
    if (!current.spec().id().equals(known.spec().id())) {
      throw gone(known);
    }
    if (current.deleting() || current.running(OperationType.DELETE).isPresent()) {
      throw new ConflictException(
          problem(current)
              .because("it is being deleted" + (current.trash() == null ? "" : " for good")));
    }
    Trash trash = current.trash();
    if (trash == null) {
      return Optional.empty();
    }
    if (current.spec().kind() != VolumeKind.DRIVE) {
      Tidy.forget(session, current);
    }
    // It counts again from now on, which nothing else of the record tells.
    Instant now = session.now();
    String words = "from the trash, where it was since " + Shown.time(trash.since());
    return Optional.of(
        current.withTrash(null).withOperation(mine.ended(OperationState.SUCCEEDED, now, words)));
  }

  private NotFoundException gone(VolumeRecord known) {
    return new NotFoundException(
        problem(known)
            .because("there is no such " + SizedKind.of(known.spec().kind()).noun() + " any more"));
  }

  private Problem problem(VolumeRecord record) {
    return Problem.tried("restore").on(record.resource()).in(session.name());
  }
}
