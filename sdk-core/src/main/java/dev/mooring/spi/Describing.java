package dev.mooring.spi;

import dev.mooring.describe.BackendEvent;
import dev.mooring.describe.Finding;
import java.util.List;
import java.util.Objects;

/**
 * Tells people what a backend shows of a volume. A backend that lacks it tells nothing beyond the
 * record. Changes nothing, so that it may be repeated. Thread-safe.
 */
public interface Describing extends Ability {
  /**
   * What a backend shows.
   *
   * @param terms what the volume is in the backend's own terms, for example {@code PV/PVC on CephFS
   *     (RWX)}; may be empty
   * @param findings the things that have to do with the volume
   * @param events what was told about them, oldest first
   */
  record Described(String terms, List<Finding> findings, List<BackendEvent> events) {
    /** Copies. */
    public Described {
      Objects.requireNonNull(terms, "terms");
      findings = List.copyOf(findings);
      events = List.copyOf(events);
    }

    /** Nothing. */
    public static Described nothing() {
      return new Described("", List.of(), List.of());
    }
  }

  /**
   * What the backend shows of a volume now, read from the source. What this client may not read is
   * a finding that says so, not an error.
   */
  Described describe(VolumeRecord record);
}
