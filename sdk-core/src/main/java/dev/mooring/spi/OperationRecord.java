package dev.mooring.spi;

import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.volume.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it is recorded: while it is {@code RUNNING} it is the intent, written before the
 * first effect, from which whoever looks next can go on.
 *
 * @param id the id
 * @param type what it does
 * @param state its state
 * @param startedAt when it began, by the backend's clock
 * @param events what it came through, oldest first, at most 20
 * @param failure why it failed, or null
 * @param raw the backend's own words for that, or null
 */
public record OperationRecord(
    OperationId id,
    OperationType type,
    OperationState state,
    Instant startedAt,
    List<OperationEvent> events,
    @Nullable Reason failure,
    @Nullable String raw) {
  private static final int MOST_EVENTS = 20;

  /** Copies. */
  public OperationRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
    events =
        events.size() <= MOST_EVENTS
            ? List.copyOf(events)
            : List.copyOf(events.subList(events.size() - MOST_EVENTS, events.size()));
  }

  /** A new running operation. */
  public static OperationRecord start(OperationId id, OperationType type, Instant now) {
    return new OperationRecord(id, type, OperationState.RUNNING, now, List.of(), null, null);
  }

  /** The same with one more event. */
  public OperationRecord with(Instant at, String event, String detail) {
    List<OperationEvent> more = new ArrayList<>(events);
    more.add(new OperationEvent(at, event, detail));
    return new OperationRecord(id, type, state, startedAt, more, failure, raw);
  }

  /** The same, ended. */
  public OperationRecord ended(OperationState end, Instant at, String detail) {
    OperationRecord more = with(at, end.name(), detail);
    return new OperationRecord(id, type, end, startedAt, more.events, failure, raw);
  }

  /** The same, failed. */
  public OperationRecord failed(Reason why, String words, Instant at) {
    OperationRecord more = with(at, OperationState.FAILED.name(), why + ": " + words);
    return new OperationRecord(id, type, OperationState.FAILED, startedAt, more.events, why, words);
  }

  /** Whether it came through an event, of those that it remembers. */
  public boolean passed(String event) {
    return events.stream().anyMatch(e -> e.state().equals(event));
  }

  /** The last event; empty when nothing was noted yet. */
  public Optional<OperationEvent> last() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
  }

  /** Whether it is at an event now: it came to nothing after it. */
  public boolean at(String event) {
    return last().filter(e -> e.state().equals(event)).isPresent();
  }

  /** Whether it is under way. */
  public boolean running() {
    return state == OperationState.RUNNING;
  }
}
