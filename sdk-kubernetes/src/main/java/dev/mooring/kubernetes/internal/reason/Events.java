package dev.mooring.kubernetes.internal.reason;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Place;
import io.fabric8.kubernetes.api.model.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of a namespace about objects of one kind. */
public final class Events {
  private static final String LIMIT = "500";

  private final Place place;
  private final String kind;

  /** Events about objects of a kind, for example {@code PersistentVolumeClaim}. */
  public Events(Place place, String kind) {
    this.place = place;
    this.kind = kind;
  }

  /** All events there are, by the name of their object, and the version of that list. */
  public record Listed(Map<String, Seen> events, String version) {}

  /** The events about one object. */
  public List<Seen> about(String uid) {
    return List.copyOf(readable(fields(uid)).values());
  }

  /** The events about some objects. */
  public Map<String, List<Seen>> about(Collection<String> uids) {
    Map<String, List<Seen>> result = new HashMap<>();
    uids.forEach(uid -> result.put(uid, new ArrayList<>()));
    if (uids.size() == 1) {
      uids.forEach(uid -> result.put(uid, about(uid)));
      return result;
    }
    for (Seen event : readable("involvedObject.kind=" + kind).values()) {
      List<Seen> known = result.get(event.uid());
      if (known != null) {
        known.add(event);
      }
    }
    return result;
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
    String version = "";
    String next = null;
    do {
      Call call = collection(fields).with("limit", LIMIT).with("continue", next);
      Answer answer = api.send(call);
      if (!answer.ok()) {
        throw api.error(call, answer);
      }
      JsonNode list = api.json().tree(answer.body());
      for (JsonNode item : list.path("items")) {
        events.put(
            item.path("metadata").path("name").asText(),
            Seen.of(api.json().read(item, Event.class)));
      }
      version = list.path("metadata").path("resourceVersion").asText();
      next = blankToNull(list.path("metadata").path("continue").asText());
    } while (next != null);
    return new Listed(events, version);
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
