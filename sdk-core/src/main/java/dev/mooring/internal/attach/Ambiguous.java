package dev.mooring.internal.attach;

import dev.mooring.error.Violation;
import dev.mooring.internal.volume.VolumeFinder.Found;
import java.util.List;

/** A bare name that fits volumes of two kinds. */
final class Ambiguous {
  private Ambiguous() {}

  /** The same, of volumes that were found. */
  static Violation found(String field, List<Found> fitting) {
    return of(field, fitting.stream().map(f -> f.view().record().resource()).toList());
  }

  /** What is wrong with it, and what would be right. */
  static Violation of(String field, List<String> names) {
    return Violation.of(field, "fits " + String.join(" and ", names) + ": say which", names.get(0));
  }
}
