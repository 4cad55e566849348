package dev.mooring.spi;

import dev.mooring.volume.HealthState;
import dev.mooring.volume.StatusReason;
import java.util.List;
import java.util.Objects;

/**
 * Looks for what stands against the use of volumes, beyond what their records tell. Changes
 * nothing, so that it may be repeated. Thread-safe.
 */
public interface HealthChecking extends Ability {
  /**
   * Something that is wrong.
   *
   * @param state how bad it is; not {@code OK}
   * @param reason what it is, with the backend's words, and since when
   */
  record Symptom(HealthState state, StatusReason reason) {
    /** Checks that nothing is missing. */
    public Symptom {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * What was found.
   *
   * @param symptoms what is wrong, the most telling first
   * @param unseen what this client may not look at, each in a sentence that says what would let it
   */
  record Checked(List<Symptom> symptoms, List<String> unseen) {
    /** Copies. */
    public Checked {
      symptoms = List.copyOf(symptoms);
      unseen = List.copyOf(unseen);
    }

    /** Nothing is wrong. */
    public static Checked well() {
      return new Checked(List.of(), List.of());
    }
  }

  /**
   * Looks at a volume that is made, now and at the source. What this client may not read is told
   * so, not thrown.
   */
  Checked check(VolumeRecord record);
}
