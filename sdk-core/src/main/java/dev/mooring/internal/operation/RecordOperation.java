package dev.mooring.internal.operation;

import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.internal.watch.Awaiting;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.operation.Warning;
import dev.mooring.spi.Durations;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An operation whose truth is a record. */
public final class RecordOperation<R extends StoredRecord, T> implements Operation<T> {
  private final Subject<R, T> subject;
  private final Duration standardWait;
  private volatile Seen<R> seen;

  private record Seen<R>(OperationRecord operation, Optional<R> record) {}

  /**
   * An operation as it was recorded.
   *
   * @param operation the operation
   * @param record the record that has it, or had it
   */
  public RecordOperation(
      Subject<R, T> subject, OperationRecord operation, Optional<R> record, Duration standardWait) {
    this.subject = subject;
    this.standardWait = standardWait;
    this.seen = new Seen<>(operation, record);
  }

  @Override
  public OperationId id() {
    return seen.operation().id();
  }

  @Override
  public OperationType type() {
    return seen.operation().type();
  }

  @Override
  public OperationState state() {
    return seen.operation().state();
  }

  @Override
  public Progress progress() {
    Seen<R> last = seen;
    return subject.progress(last.operation(), last.record());
  }

  @Override
  public List<OperationEvent> history() {
    return seen.operation().events();
  }

  @Override
  public List<Warning> warnings() {
    return state().ended() ? subject.warnings() : List.of();
  }

  @Override
  public Instant startedAt() {
    return seen.operation().startedAt();
  }

  @Override
  public Optional<T> result() {
    Seen<R> last = seen;
    return last.operation().state() == OperationState.SUCCEEDED
        ? Optional.of(subject.result(last.record()))
        : Optional.empty();
  }

  @Override
  public Operation<T> poll() {
    if (!state().ended()) {
      note(subject.read());
    }
    return this;
  }

  @Override
  public T await() {
    return await(standardWait);
  }

  @Override
  public T await(Duration limit) {
    return await(limit, progress -> {});
  }

  @Override
  public T await(Duration limit, Consumer<? super Progress> listener) {
    if (state().ended()) {
      return ended();
    }
    Progress[] told = new Progress[1];
    return Awaiting.await(
        subject.hub(),
        subject.key(),
        limit,
        subject.problem(),
        key -> subject.read(),
        record -> {
          note(record);
          Progress now = progress();
          if (!now.equals(told[0])) {
            told[0] = now;
            listener.accept(now);
          }
          return state().ended() ? Optional.of(ended()) : Optional.empty();
        },
        subject::credible,
        trouble -> timeout(limit, trouble));
  }

  @Override
  public void cancel() {
    poll();
    if (subject.cancellable(seen.operation())) {
      subject.cancel(seen.operation());
      // What had failed is no more as it was seen.
      Optional<R> record = subject.read();
      OperationRecord now = subject.state(record);
      if (now != null) {
        seen = new Seen<>(now, record);
      }
    }
  }

  private void note(Optional<R> record) {
    OperationRecord now = subject.state(record);
    if (now != null && !state().ended()) {
      seen = new Seen<>(now, record);
    }
  }

  private T ended() {
    Seen<R> last = seen;
    return switch (last.operation().state()) {
      case SUCCEEDED -> subject.result(last.record());
      case FAILED -> throw subject.failure(last.operation(), last.record());
      case CANCELLED ->
          throw new CancelledException(subject.problem().because("the operation was cancelled"));
      case RUNNING -> throw new IllegalStateException("it is running: " + last.operation().id());
    };
  }

  private StorageException timeout(Duration limit, @Nullable StorageException trouble) {
    Seen<R> last = seen;
    Optional<StatusReason> reason = subject.reason(last.record());
    String why =
        trouble != null
            ? Reason.BACKEND_UNREACHABLE.name()
            : reason.map(r -> r.reason().name()).orElse(Reason.UNKNOWN.name());
    String raw = trouble != null ? trouble.getMessage() : reason.map(StatusReason::raw).orElse("");
    String hint = reason.map(StatusReason::hint).orElse(Reason.UNKNOWN.hint());
    String step = progress().step();
    return new StorageTimeoutException(
        subject
            .problem()
            .because(
                "it has not ended within "
                    + Durations.format(limit)
                    + "; it is "
                    + step
                    + (raw == null || raw.isEmpty() ? "" : " (" + raw + ")"))
            .hint("it goes on; " + hint)
            .cause(trouble),
        step,
        why,
        raw == null ? "" : raw,
        last.operation().id().value(),
        last.operation().events().stream().map(OperationEvent::toString).toList());
  }

  /** For example {@code us-central/drive/workspace/create-0a1b2c3d4e5f RUNNING}. */
  @Override
  public String toString() {
    return id() + " " + state();
  }
}
