package dev.mooring.kubernetes.internal.reason;

import dev.mooring.kubernetes.internal.record.Times;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of the cluster about an object.
 *
 * @param uid the object's uid
 * @param reason the event's word, for example {@code ProvisioningFailed}
 * @param message the event's words
 * @param count how often it happened
 * @param first when it happened first
 * @param last when it happened last
 */
public record Seen(
    String uid, String reason, String message, int count, Instant first, Instant last) {
  /** Reads an event. */
  public static Seen of(Event event) {
    Instant created = Times.of(event.getMetadata().getCreationTimestamp());
    String eventTime = event.getEventTime() == null ? null : event.getEventTime().getTime();
    Instant first = earliest(created, event.getFirstTimestamp(), eventTime);
    String series =
        event.getSeries() == null || event.getSeries().getLastObservedTime() == null
            ? null
            : event.getSeries().getLastObservedTime().getTime();
    Instant last = latest(latest(first, event.getLastTimestamp()), series);
    int count = event.getCount() == null ? 1 : event.getCount();
    if (event.getSeries() != null && event.getSeries().getCount() != null) {
      count = Math.max(count, event.getSeries().getCount());
    }
    String uid = event.getInvolvedObject() == null ? null : event.getInvolvedObject().getUid();
    return new Seen(
        uid == null ? "" : uid,
        event.getReason() == null ? "" : event.getReason(),
        event.getMessage() == null ? "" : event.getMessage(),
        Math.max(1, count),
        first,
        last);
  }

  private static Instant earliest(Instant created, @Nullable String first, @Nullable String time) {
    Instant told = Times.of(first == null || first.isEmpty() ? time : first);
    return told.equals(Instant.EPOCH) ? created : told;
  }

  private static Instant latest(Instant so, @Nullable String other) {
    Instant told = Times.of(other);
    return told.isAfter(so) ? told : so;
  }
}
