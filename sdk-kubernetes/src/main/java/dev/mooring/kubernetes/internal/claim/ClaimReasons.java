package dev.mooring.kubernetes.internal.claim;

import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.LastReason;
import dev.mooring.kubernetes.internal.reason.PendingReasons;
import dev.mooring.kubernetes.internal.reason.ReasonTracker;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.reason.Why;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.volume.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why claims wait: from the watch's events while one lives, else from a list of events, else from
 * what the claim itself remembers.
 */
final class ClaimReasons {
  private static final int UNANSWERED = 3;

  private final Api api;
  private final Events events;
  private final ReasonTracker tracker;
  private final DriverPresence drivers;

  ClaimReasons(Api api, Events events, ReasonTracker tracker, DriverPresence drivers) {
    this.api = api;
    this.events = events;
    this.tracker = tracker;
    this.drivers = drivers;
  }

  /** Why those of these claims wait that do, by uid. */
  Map<String, Why> of(Collection<PersistentVolumeClaim> claims) {
    Map<String, PersistentVolumeClaim> waiting = new HashMap<>();
    for (PersistentVolumeClaim claim : claims) {
      if (ClaimState.waits(claim)) {
        waiting.put(claim.getMetadata().getUid(), claim);
      }
    }
    if (waiting.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Seen>> told =
        tracker.current() ? tracker.about(waiting.keySet()) : events.recently(waiting.keySet());
    Map<String, Why> result = new HashMap<>();
    waiting.forEach(
        (uid, claim) ->
            judge(claim, told.getOrDefault(uid, List.of()), true)
                .ifPresent(why -> result.put(uid, why)));
    return result;
  }

  /** Why a claim waits, as far as is known without asking. */
  Optional<Why> known(PersistentVolumeClaim claim) {
    if (!ClaimState.waits(claim)) {
      return Optional.empty();
    }
    String uid = claim.getMetadata().getUid();
    List<Seen> told =
        tracker.current() ? tracker.about(List.of(uid)).getOrDefault(uid, List.of()) : List.of();
    return judge(claim, told, false);
  }

  private Optional<Why> judge(PersistentVolumeClaim claim, List<Seen> told, boolean mayAsk) {
    Optional<Why> why = PendingReasons.of(told);
    int unanswered = PendingReasons.unanswered(told);
    if (why.isPresent() && unanswered > 0 && absent(claim, unanswered, mayAsk)) {
      Why asked = why.get();
      return Optional.of(
          new Why(Reason.PROVISIONER_ABSENT, asked.raw(), asked.since(), false, false));
    }
    return why.or(() -> LastReason.read(api.json(), Marks.annotation(claim, Marks.LAST_REASON)));
  }

  /** Nobody answers: certain when no driver of the name is registered, likely after some rounds. */
  private boolean absent(PersistentVolumeClaim claim, int unanswered, boolean mayAsk) {
    String provisioner =
        Optional.ofNullable(Marks.annotation(claim, "volume.kubernetes.io/storage-provisioner"))
            .orElse("");
    return switch (mayAsk ? drivers.of(provisioner) : DriverPresence.Seen.UNKNOWN) {
      case THERE -> false;
      case MISSING -> true;
      case UNKNOWN -> unanswered >= UNANSWERED;
    };
  }
}
