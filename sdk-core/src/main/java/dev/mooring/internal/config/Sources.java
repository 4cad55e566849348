package dev.mooring.internal.config;

import dev.mooring.error.Violation;
import dev.mooring.internal.validate.Shown;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each value comes from: files with lines, and what overrides them. */
final class Sources {
  private record Place(String file, int line) {}

  private final Overrides overrides;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, String> noted = new LinkedHashMap<>();

  Sources(Overrides overrides) {
    this.overrides = overrides;
  }

  /** Adds the keys of a file, which stand below a path in the configuration. */
  void add(Document document, String below) {
    document
        .lines()
        .forEach(
            (path, line) ->
                places.put(
                    below.isEmpty() ? path : below + "." + path, new Place(document.name(), line)));
  }

  /** Notes who says the value of a key that no file has. */
  void add(String path, String source) {
    noted.put(path, source);
  }

  /** Who says the value of a key. */
  String of(String path) {
    return overrides
        .source(path)
        .orElseGet(
            () -> {
              Place place = places.get(path);
              return place == null ? noted.getOrDefault(path, "default") : place.file();
            });
  }

  /** The violations in the order of the file, each once, with the place to look at. */
  List<Violation> located(List<Violation> violations) {
    return violations.stream()
        .distinct()
        .sorted(Comparator.comparingInt(violation -> line(violation.field())))
        .map(this::located)
        .toList();
  }

  private int line(String path) {
    return nearest(path).map(Place::line).orElse(0);
  }

  /** The violation with its key fit for a message, and the place to look at where one is known. */
  private Violation located(Violation violation) {
    String path = violation.field();
    String where =
        overrides.source(path).map(source -> " (" + source + ")").orElseGet(() -> place(path));
    return new Violation(
        Shown.path(path), violation.message() + where, violation.suggestion(), violation.code());
  }

  private String place(String path) {
    return nearest(path)
        .map(place -> " (" + place.file() + ", line " + place.line() + ")")
        .orElse("");
  }

  /** The place of a key, or of the section that it is missing from. */
  private Optional<Place> nearest(String path) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      Place place = places.get(at);
      if (place != null) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }
}
