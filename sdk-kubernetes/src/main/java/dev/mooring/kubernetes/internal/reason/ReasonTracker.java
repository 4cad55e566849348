package dev.mooring.kubernetes.internal.reason;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest events of claims, while a watch feeds it. Thread-safe. */
public final class ReasonTracker {
  private static final int MOST_CLAIMS = 10_000;
  private static final int MOST_EVENTS = 20;

  private final Map<String, Map<String, Seen>> byUid =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Seen>> eldest) {
          return size() > MOST_CLAIMS;
        }
      };
  private int feeds;

  /** A watch begins to feed the tracker, with the events that there are already. */
  public synchronized void fed(Map<String, Seen> events) {
    feeds++;
    events.forEach(this::note);
  }

  /** A watch feeds it no more; without any, what it knows is too old. */
  public synchronized void starved() {
    feeds--;
    if (feeds == 0) {
      byUid.clear();
    }
  }

  /** Whether it knows all events of now. */
  public synchronized boolean current() {
    return feeds > 0;
  }

  /** Notes an event under its object's name, which stays when its count climbs. */
  public synchronized void note(String eventName, Seen event) {
    Map<String, Seen> events = byUid.computeIfAbsent(event.uid(), uid -> new LinkedHashMap<>());
    events.remove(eventName);
    events.put(eventName, event);
    if (events.size() > MOST_EVENTS) {
      events.remove(events.keySet().iterator().next());
    }
  }

  /** Forgets an object that waits no more. */
  public synchronized void forget(String uid) {
    byUid.remove(uid);
  }

  /** What it knows about objects. */
  public synchronized Map<String, List<Seen>> about(Collection<String> uids) {
    Map<String, List<Seen>> result = new HashMap<>();
    for (String uid : uids) {
      Map<String, Seen> events = byUid.get(uid);
      result.put(uid, events == null ? List.of() : List.copyOf(events.values()));
    }
    return result;
  }
}
