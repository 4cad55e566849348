package dev.mooring.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Long work. It does not live in this object: the truth is the backend's record, which any process
 * finds by {@link #id()} with {@code storage.operations().find(id)}, also after a crash. What this
 * object tells is as it was at the last {@link #poll()}. Thread-safe.
 *
 * @param <T> what it results in
 */
public interface Operation<T> {
  /** The id, by which it is found again. */
  OperationId id();

  /** What it does. */
  OperationType type();

  /** Its state at the last poll. */
  OperationState state();

  /** How far it is. */
  Progress progress();

  /** What it came through, oldest first: the last 20 events. */
  List<OperationEvent> history();

  /** When it began, UTC, by the backend's clock; epoch when its record is gone. */
  Instant startedAt();

  /**
   * What its user should know of what it has done, for example that a deletion left bytes behind
   * ({@code DATA_STAYS}); none until it has ended, and none once nobody remembers.
   */
  List<Warning> warnings();

  /** Its result; empty unless it succeeded. */
  Optional<T> result();

  /**
   * Reads its state again, and does what is missing of it if its process died. Returns this. One
   * that has ended is not read again.
   *
   * @throws dev.mooring.error.UnavailableException when the backend cannot be asked
   */
  Operation<T> poll();

  /**
   * Waits until it ends, for the configuration's {@code timeouts.wait} (5 minutes unless set).
   *
   * @see #await(Duration)
   */
  T await();

  /**
   * Waits until it ends, and returns its result; at once when it has ended. Looks at least once
   * however short the limit. A backend that cannot be reached only delays.
   *
   * @throws dev.mooring.error.StorageTimeoutException when the limit comes first, with the state,
   *     reason and history; the operation goes on
   * @throws dev.mooring.error.FailedException when the backend says that it cannot get better
   * @throws dev.mooring.error.ConflictException when an attach was undone because somebody else was
   *     faster
   * @throws dev.mooring.error.CancelledException when it was cancelled, or this thread interrupted
   *     (the interrupt flag stays set and the operation goes on)
   */
  T await(Duration limit);

  /**
   * Like {@link #await(Duration)}, and calls the listener in this thread with what is seen first
   * and at each change of the progress. What the listener throws ends the wait.
   */
  T await(Duration limit, Consumer<? super Progress> listener);

  /**
   * Cancels it: what it had begun is undone. A creation is cancelled by deleting the volume for
   * good. A growth is taken back as long as the backend has not grown, also when it has failed: the
   * volume has its former size, and nothing of the growth is billed. While the backend is at it the
   * operation goes on, and ends {@code CANCELLED}, or {@code SUCCEEDED} where the backend was
   * faster. Nothing else can be cancelled. Does nothing when it has ended, and may be repeated.
   *
   * @throws dev.mooring.error.UnsupportedException when it runs and cannot be cancelled; its
   *     capability is {@code CANCEL}
   * @throws dev.mooring.error.ConflictException when a volume has grown already: nothing shrinks
   * @throws dev.mooring.error.InUseException when somebody uses the volume already
   */
  void cancel();
}
