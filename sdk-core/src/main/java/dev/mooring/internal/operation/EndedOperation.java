package dev.mooring.internal.operation;

import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.operation.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An operation that succeeded and took its record with it: nothing but its id is left to tell. */
record EndedOperation<T>(OperationId id, OperationType type, T outcome) implements Operation<T> {
  @Override
  public OperationState state() {
    return OperationState.SUCCEEDED;
  }

  @Override
  public Progress progress() {
    return new Progress(1, "done");
  }

  @Override
  public List<OperationEvent> history() {
    return List.of();
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }

  @Override
  public Instant startedAt() {
    return Instant.EPOCH;
  }

  @Override
  public Optional<T> result() {
    return Optional.of(outcome);
  }

  @Override
  public Operation<T> poll() {
    return this;
  }

  @Override
  public T await() {
    return outcome;
  }

  @Override
  public T await(Duration limit) {
    return outcome;
  }

  @Override
  public T await(Duration limit, Consumer<? super Progress> listener) {
    return outcome;
  }

  @Override
  public void cancel() {}
}
