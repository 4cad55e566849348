package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.MountState;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetRecord;
import java.util.List;
import java.util.Optional;

/** The operations of a target's record. */
public final class TargetOperations {
  private TargetOperations() {}

  /** An operation that the record remembers. Its result are the mounts that it is about still. */
  public static Operation<?> of(
      Sessions sessions, RegionSession session, TargetRecord record, OperationRecord operation) {
    boolean detaching = operation.type() == OperationType.DETACH;
    Liveness.Judged judged = Liveness.judge(session, record);
    List<Attachment> affected =
        record.mounts().stream()
            .filter(m -> (m.state() == MountState.DETACHING) == detaching)
            .map(m -> judged.held(m, session.name()).attachment())
            .toList();
    return new RecordOperation<>(
        new TargetSubject(session, record, operation, affected),
        operation,
        Optional.of(record),
        sessions.configuration().timeouts().longestWait());
  }

  /** Helps a target's record; returns it as it is then, or empty when it is gone. */
  public static Optional<TargetRecord> help(RegionSession session, TargetRecord record) {
    return TargetSteps.help(session, record).record();
  }
}
