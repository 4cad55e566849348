package dev.mooring.kubernetes.internal.claim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.ApiWatch;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.ReasonTracker;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.RecordWatch;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the events of claims beside a watch of the claims themselves: feeds the tracker, and
 * reports a waiting claim again when an event says something new about it. When the events end, the
 * watch of the claims goes on without them, and its next opening begins them anew; only a refusal
 * ends both. Thread-safe.
 */
final class ClaimEvents implements ApiWatch.Handler, RecordWatch.Observer<PersistentVolumeClaim> {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimEvents.class);
  private static final int MOST = 10_000;

  private final Place place;
  private final ReasonTracker tracker;
  private final Map<String, PersistentVolumeClaim> waiting = bounded();
  private final Map<String, Boolean> indifferent = bounded();
  private @Nullable RecordWatch<PersistentVolumeClaim, VolumeRecord> watch;
  private @Nullable ApiWatch source;
  private @Nullable AccessDeniedException refusal;
  private boolean fed = true;
  private boolean over;

  private ClaimEvents(Place place, ReasonTracker tracker) {
    this.place = place;
    this.tracker = tracker;
  }

  /** Begins to follow the events: a wait that cannot say why it waits is refused at its start. */
  static ClaimEvents begin(Place place, Events events, ReasonTracker tracker) {
    ClaimEvents following = new ClaimEvents(place, tracker);
    Events.Listed now = events.all();
    tracker.fed(now.events());
    following.attach(ApiWatch.start(place.api(), events.watched(), now.version(), following));
    return following;
  }

  private synchronized void attach(ApiWatch opened) {
    source = opened;
  }

  /** Reports to this watch from now on; that the events were refused already, too. */
  void follow(RecordWatch<PersistentVolumeClaim, VolumeRecord> newWatch) {
    AccessDeniedException already;
    synchronized (this) {
      watch = newWatch;
      already = refusal;
    }
    if (already != null) {
      newWatch.fail(already);
    }
  }

  @Override
  public void event(String type, JsonNode node) {
    if (type.equals("DELETED")) {
      return;
    }
    Event event = place.api().json().read(node, Event.class);
    Seen seen = Seen.of(event);
    tracker.note(event.getMetadata().getName(), seen);
    RecordWatch<PersistentVolumeClaim, VolumeRecord> target = target();
    if (target != null && event.getInvolvedObject().getName() != null) {
      meet(seen.uid(), event.getInvolvedObject().getName());
      target.report(() -> waits(seen.uid()));
    }
  }

  private synchronized @Nullable RecordWatch<PersistentVolumeClaim, VolumeRecord> target() {
    return over ? null : watch;
  }

  private synchronized Optional<PersistentVolumeClaim> waits(String uid) {
    return Optional.ofNullable(waiting.get(uid));
  }

  /** Reads a claim that is older than the watch, unless it is known already. */
  private void meet(String uid, String name) {
    synchronized (this) {
      if (waiting.containsKey(uid) || indifferent.containsKey(uid)) {
        return;
      }
    }
    Answer answer = place.api().send(Call.get(place.core("persistentvolumeclaims") + "/" + name));
    if (!answer.ok()) {
      return;
    }
    PersistentVolumeClaim found =
        place.api().json().read(answer.body(), PersistentVolumeClaim.class);
    met(found);
  }

  /** A claim as it was read after the watch began. */
  synchronized void met(PersistentVolumeClaim found) {
    String uid = found.getMetadata().getUid();
    // What the watch said meanwhile is newer.
    if (waiting.containsKey(uid) || indifferent.containsKey(uid)) {
      return;
    }
    if (Marks.isOf(found, place.account()) && ClaimState.waits(found)) {
      waiting.put(uid, found);
    } else {
      indifferent.put(uid, true);
    }
  }

  synchronized boolean isOver() {
    return over;
  }

  @Override
  public void alive() {
    // The watch of the claims says so for both.
  }

  @Override
  public void ended(Throwable cause) {
    if (!(cause instanceof AccessDeniedException denied)) {
      LOG.debug("the events of {} are not followed now: {}", place.namespace(), cause.toString());
      starve();
      return;
    }
    RecordWatch<PersistentVolumeClaim, VolumeRecord> target;
    synchronized (this) {
      refusal = denied;
      target = target();
    }
    if (target != null) {
      target.fail(cause);
    }
  }

  /** What the tracker knows gets old from now on. */
  private synchronized void starve() {
    if (fed) {
      fed = false;
      tracker.starved();
    }
  }

  @Override
  public synchronized void changed(PersistentVolumeClaim claim) {
    if (ClaimState.waits(claim)) {
      waiting.put(claim.getMetadata().getUid(), claim);
    } else {
      deleted(claim);
    }
  }

  @Override
  public synchronized void deleted(PersistentVolumeClaim claim) {
    String uid = claim.getMetadata().getUid();
    waiting.remove(uid);
    indifferent.put(uid, true);
    tracker.forget(uid);
  }

  @Override
  public synchronized void ended() {
    if (over) {
      return;
    }
    over = true;
    starve();
    if (source != null) {
      source.close();
    }
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
      }
    };
  }
}
