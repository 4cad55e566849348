package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.BackendEvent;
import dev.mooring.describe.Finding;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.record.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The events about objects, as long as this client may read them. Belongs to one description. */
final class Told {
  private final Place place;
  private final List<BackendEvent> events = new ArrayList<>();
  private boolean refused;

  Told(Place place) {
    this.place = place;
  }

  /** Reads the events about an object; returns them. */
  List<Seen> about(String kind, JsonNode object) {
    return about(kind, object.at("/metadata/name").asText(), object.at("/metadata/uid").asText());
  }

  /** Reads the events about an object; returns them. */
  List<Seen> about(String kind, String name, String uid) {
    if (refused) {
      return List.of();
    }
    try {
      List<Seen> seen = new Events(place, kind).told(uid);
      seen.forEach(event -> events.add(of(kind + " " + name, event)));
      return seen;
    } catch (AccessDeniedException e) {
      refused = true;
      return List.of();
    }
  }

  private static BackendEvent of(String about, Seen event) {
    return new BackendEvent(
        about,
        event.reason(),
        Scrub.of(event.message()),
        event.count(),
        event.first(),
        event.last());
  }

  /** All events so far, oldest first. */
  List<BackendEvent> events() {
    return events.stream().sorted(Comparator.comparing(BackendEvent::last)).toList();
  }

  /** That they cannot be read. */
  Optional<Finding> refused() {
    return refused
        ? Optional.of(
            Finding.unreadable("Event", "", "this client may not list them: bind deploy/role.yaml"))
        : Optional.empty();
  }
}
