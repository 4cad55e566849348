package dev.mooring.kubernetes.internal.reason;

import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.volume.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a claim is pending, from its events. A failure outlives the notes of the next try; the notes
 * of a try that is under way do not hide why the one before it failed.
 */
public final class PendingReasons {
  private static final int FOR_GOOD = 3;
  private static final Set<String> FAILURES = Set.of("ProvisioningFailed", "FailedBinding");
  private static final Set<String> FIRST_USE =
      Set.of("WaitForFirstConsumer", "WaitForPodScheduled");
  private static final Set<String> BEGUN = Set.of("Provisioning", "ProvisioningSucceeded");
  private static final Comparator<Seen> BY_TIME =
      Comparator.comparing(Seen::last).thenComparing(Seen::first);

  private PendingReasons() {}

  /** Why a claim is pending; empty when no event tells. */
  public static Optional<Why> of(Collection<Seen> events) {
    boolean begun = events.stream().anyMatch(e -> BEGUN.contains(e.reason()));
    Optional<Seen> waits = latest(events, FIRST_USE);
    Optional<Why> failure = failure(events, begun);
    Instant asked = waits.map(Seen::last).orElse(Instant.MIN);
    if (failure.isPresent() && !lastFailure(events).isBefore(asked)) {
      return failure;
    }
    if (waits.isPresent()
        && !latest(events, BEGUN).filter(e -> e.last().isAfter(asked)).isPresent()) {
      return waits.map(e -> why(e, Reason.READY_ON_FIRST_USE, false, false));
    }
    Optional<Seen> work = latest(events, BEGUN);
    if (work.isPresent()) {
      return work.map(e -> why(e, Reason.IN_PROGRESS, false, true));
    }
    return latest(events, Set.of("ExternalProvisioning"))
        .map(e -> why(e, Reason.IN_PROGRESS, false, false));
  }

  /** How often the cluster asked for a provisioner that has not answered; 0 when it has. */
  public static int unanswered(Collection<Seen> events) {
    if (events.stream()
        .anyMatch(e -> BEGUN.contains(e.reason()) || e.reason().equals("ProvisioningFailed"))) {
      return 0;
    }
    return events.stream()
        .filter(e -> e.reason().equals("ExternalProvisioning"))
        .mapToInt(Seen::count)
        .sum();
  }

  private static Instant lastFailure(Collection<Seen> events) {
    return latest(events, FAILURES).map(Seen::last).orElse(Instant.MIN);
  }

  private static Optional<Why> failure(Collection<Seen> events, boolean begun) {
    List<Seen> failures =
        events.stream().filter(e -> FAILURES.contains(e.reason())).sorted(BY_TIME).toList();
    // "Aborted: an operation already exists" only says that the try before it still runs.
    Optional<Seen> telling =
        failures.stream()
            .filter(e -> DriverWords.of(e.message()).reason() != Reason.IN_PROGRESS)
            .reduce((first, second) -> second)
            .or(() -> failures.stream().reduce((first, second) -> second));
    return telling.map(
        event -> {
          DriverWords words = DriverWords.of(event.message());
          boolean forGood = words.permanent() || (words.counts() && refusals(failures) >= FOR_GOOD);
          return why(event, words.reason(), forGood, begun);
        });
  }

  /** How often running the driver refused for lack of space. */
  private static int refusals(List<Seen> failures) {
    int running = 0;
    for (Seen event : failures) {
      running = DriverWords.of(event.message()).counts() ? running + event.count() : 0;
    }
    return running;
  }

  private static Optional<Seen> latest(Collection<Seen> events, Set<String> reasons) {
    return events.stream().filter(e -> reasons.contains(e.reason())).max(BY_TIME);
  }

  private static Why why(Seen event, Reason reason, boolean permanent, boolean begun) {
    return new Why(reason, Scrub.of(event.message()), event.first(), permanent, begun);
  }
}
