package dev.mooring.kubernetes.internal.health;

import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.spi.HealthChecking.Checked;
import dev.mooring.spi.HealthChecking.Symptom;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers what one look finds. */
final class Symptoms {
  private final List<Symptom> found = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private final Instant now;

  Symptoms(Instant now) {
    this.now = now;
  }

  /** Something is wrong; epoch when nobody says since when. */
  void add(HealthState state, Reason reason, String words, Instant since) {
    Instant begun = since.equals(Instant.EPOCH) ? now : since;
    found.add(new Symptom(state, new StatusReason(reason, Scrub.of(words), begun)));
  }

  /** Something is wrong, and nobody says since when. */
  void add(HealthState state, Reason reason, String words) {
    add(state, reason, words, now);
  }

  /** This client may not see something. */
  void unseen(String what, String role) {
    unseen.add(what + " cannot be seen: bind deploy/" + role);
  }

  Checked checked() {
    return new Checked(found, unseen);
  }
}
