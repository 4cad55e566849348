package dev.mooring.kubernetes.internal.reason;

import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.volume.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private static final String ASKED = "ExternalProvisioning";

  /** What nobody says who has not read the claim's class. */
  private static final Set<String> FOUND =
      Stream.of(FIRST_USE, BEGUN, Set.of(ASKED))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Comparator<Seen> BY_TIME =
      Comparator.comparing(Seen::last).thenComparing(Seen::first);

  private PendingReasons() {}

  /** Why a claim is pending; empty when no event tells. */
  public static Optional<Why> of(Collection<Seen> told) {
    List<Seen> events = current(told);
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
    return latest(events, Set.of(ASKED)).map(e -> why(e, Reason.IN_PROGRESS, false, false));
  }

  /** How often the cluster asked for a provisioner that has not answered; 0 when it has. */
  public static int unanswered(Collection<Seen> told) {
    List<Seen> events = current(told);
    if (events.stream()
        .anyMatch(e -> BEGUN.contains(e.reason()) || e.reason().equals("ProvisioningFailed"))) {
      return 0;
    }
    return events.stream().filter(e -> e.reason().equals(ASKED)).mapToInt(Seen::count).sum();
  }

  /** Without the words that a class is missing from before somebody had read it. */
  private static List<Seen> current(Collection<Seen> events) {
    Instant found = latest(events, FOUND).map(Seen::last).orElse(Instant.MIN);
    return events.stream().filter(e -> !(lacksClass(e) && e.last().isBefore(found))).toList();
  }

  private static boolean lacksClass(Seen event) {
    return FAILURES.contains(event.reason())
        && DriverWords.of(event.message()).reason() == Reason.NO_SUCH_CLASS;
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

  /** How often running it was refused for what only its repetition makes certain. */
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
