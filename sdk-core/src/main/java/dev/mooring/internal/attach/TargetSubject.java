package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.MountState;
import dev.mooring.error.ConflictException;
import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.internal.operation.Subject;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target as the subject of attaching and detaching. */
final class TargetSubject implements Subject<TargetRecord, List<Attachment>> {
  private final RegionSession session;
  private final TargetRecord first;
  private final OperationRecord started;
  private final List<Attachment> affected;

  /**
   * The subject of an operation.
   *
   * @param affected the attachments that it makes or undoes, which are its result
   */
  TargetSubject(
      RegionSession session,
      TargetRecord first,
      OperationRecord started,
      List<Attachment> affected) {
    this.session = session;
    this.first = first;
    this.started = started;
    this.affected = List.copyOf(affected);
  }

  @Override
  public String key() {
    return first.key();
  }

  @Override
  public WatchHub<TargetRecord> hub() {
    return session.targetHub();
  }

  @Override
  public Optional<TargetRecord> read() {
    return session.targets().get(key()).flatMap(r -> TargetSteps.help(session, r).record());
  }

  @Override
  public @Nullable OperationRecord state(Optional<TargetRecord> record) {
    Optional<OperationRecord> found = record.flatMap(r -> r.operation(started.id()));
    if (found.isPresent()) {
      return found.get();
    }
    if (!started.running()) {
      return started;
    }
    return started.type() == OperationType.DETACH
        ? started.ended(OperationState.SUCCEEDED, session.now(), "")
        : started.ended(OperationState.CANCELLED, session.now(), "the target was detached");
  }

  /** A record without the operation may be one from before it began. */
  @Override
  public boolean credible(TargetRecord event) {
    return event.operation(started.id()).isPresent();
  }

  @Override
  public Progress progress(OperationRecord operation, Optional<TargetRecord> record) {
    if (!operation.running()) {
      return new Progress(1, operation.state() == OperationState.SUCCEEDED ? "done" : "ended");
    }
    return operation.type() == OperationType.DETACH
        ? new Progress(0.5, MountState.DETACHING + ": waiting until nobody mounts the volumes")
        : new Progress(0.5, MountState.ATTACHING.name());
  }

  @Override
  public List<Attachment> result(Optional<TargetRecord> record) {
    return affected;
  }

  @Override
  public StorageException failure(OperationRecord operation, Optional<TargetRecord> record) {
    String raw = operation.raw() == null ? "" : operation.raw();
    Reason why = operation.failure() == null ? Reason.UNKNOWN : operation.failure();
    return why == Reason.IN_USE
        ? new ConflictException(problem().because(raw).hint("nothing was changed; try again"))
        : new FailedException(
            problem().because(why + ": " + raw).hint(why.hint()), why.name(), raw);
  }

  @Override
  public Optional<StatusReason> reason(Optional<TargetRecord> record) {
    return started.type() == OperationType.DETACH
        ? Optional.of(
            new StatusReason(Reason.IN_USE, "pods still mount the volumes", started.startedAt()))
        : Optional.empty();
  }

  @Override
  public Problem problem() {
    return Problem.tried(started.type().word() + " the volumes of")
        .on(first.target().toString())
        .in(session.name());
  }

  @Override
  public void cancel(OperationRecord operation) {
    throw new UnsupportedException(
        problem().because("it cannot be cancelled while it runs").hint("wait for its end"),
        "CANCEL");
  }
}
