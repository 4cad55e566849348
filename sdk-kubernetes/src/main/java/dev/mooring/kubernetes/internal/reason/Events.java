package dev.mooring.kubernetes.internal.reason;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Pages;
import dev.mooring.kubernetes.internal.record.Place;
import io.fabric8.kubernetes.api.model.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events of a namespace about objects of one kind. */
public final class Events {
  private static final long RECENT = TimeUnit.SECONDS.toNanos(5);

  private final Place place;
  private final String kind;
  private volatile @Nullable Recent recent;

  /** Events about objects of a kind, for example {@code PersistentVolumeClaim}. */
  public Events(Place place, String kind) {
    this.place = place;
    this.kind = kind;
  }

  /** All events there are, by the name of their object, and the version of that list. */
  public record Listed(Map<String, Seen> events, String version) {}

  /** What was told a moment ago. */
  private record Recent(Collection<Seen> events, long at) {}

  /** Forgets what was told a moment ago: a list of objects begins. */
  public void refresh() {
    recent = null;
  }

  /** The events about one object. */
  public List<Seen> about(String uid) {
    return List.copyOf(readable(fields(uid)).values());
  }

  /** The events about some objects. */
  public Map<String, List<Seen>> about(Collection<String> uids) {
    return about(uids, this::ofAll);
  }

  /** The same, as they were after the last {@link #refresh} or some seconds ago. */
  public Map<String, List<Seen>> recently(Collection<String> uids) {
    return about(uids, this::recent);
  }

  private Map<String, List<Seen>> about(Collection<String> uids, Supplier<Collection<Seen>> ofAll) {
    Map<String, List<Seen>> result = new HashMap<>();
    uids.forEach(uid -> result.put(uid, new ArrayList<>()));
    if (uids.size() == 1) {
      uids.forEach(uid -> result.put(uid, about(uid)));
      return result;
    }
    for (Seen event : ofAll.get()) {
      List<Seen> known = result.get(event.uid());
      if (known != null) {
        known.add(event);
      }
    }
    return result;
  }

  private Collection<Seen> ofAll() {
    return List.copyOf(readable("involvedObject.kind=" + kind).values());
  }

  /** All of the namespace: the pages of a list need not ask for them one after the other. */
  private Collection<Seen> recent() {
    Recent known = recent;
    long now = System.nanoTime();
    if (known == null || now - known.at() > RECENT) {
      known = new Recent(ofAll(), now);
      recent = known;
    }
    return known.events();
  }

  /**
   * The events about one object.
   *
   * @throws AccessDeniedException when this client may not read them
   */
  public List<Seen> told(String uid) {
    return List.copyOf(list(fields(uid)).events().values());
  }

  private String fields(String uid) {
    return "involvedObject.kind=" + kind + ",involvedObject.uid=" + uid;
  }

  /**
   * All events about objects of the kind, to be followed from there.
   *
   * @throws dev.mooring.error.AccessDeniedException when this client may not read them
   */
  public Listed all() {
    return list("involvedObject.kind=" + kind);
  }

  /** The collection to watch. */
  public Call watched() {
    return collection("involvedObject.kind=" + kind);
  }

  private Call collection(String fields) {
    return Call.get(place.core("events"))
        .with("fieldSelector", fields)
        .saying("read", "events of namespace " + place.namespace());
  }

  /** Whoever only looks at an object is told of it also without its events. */
  private Map<String, Seen> readable(String fields) {
    try {
      return list(fields).events();
    } catch (AccessDeniedException e) {
      return Map.of();
    }
  }

  private Listed list(String fields) {
    Api api = place.api();
    Map<String, Seen> events = new LinkedHashMap<>();
    String version =
        Pages.all(
            api,
            collection(fields),
            Event.class,
            event -> events.put(event.getMetadata().getName(), Seen.of(event)));
    return new Listed(events, version);
  }
}
