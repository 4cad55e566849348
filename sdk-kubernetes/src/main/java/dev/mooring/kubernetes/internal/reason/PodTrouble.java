package dev.mooring.kubernetes.internal.reason;

import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the events of a pod say about why it does not start. */
public final class PodTrouble {
  private static final Set<String> MOUNTING =
      Set.of("FailedMount", "FailedAttachVolume", "FailedMapVolume");
  private static final Set<String> OTHERS =
      Set.of("FailedScheduling", "FailedCreatePodSandBox", "Failed");

  /** What a kubelet does only after it has mounted all volumes. */
  private static final Set<String> MOUNTED =
      Set.of("Pulling", "Pulled", "Created", "Started", "BackOff");

  /** How schedulers say that volumes are elsewhere: older ones with the first words. */
  private static final Set<String> PLACES =
      Set.of(
          "volume node affinity conflict",
          "didn't match persistentvolume's node affinity",
          "didn't find available persistent volumes to bind");

  private PodTrouble() {}

  /** The latest event that tells why a pod does not start. */
  public static Optional<Seen> latest(Collection<Seen> events) {
    return events.stream()
        .filter(event -> mounting(event) || OTHERS.contains(event.reason()))
        .max(Comparator.comparing(Seen::last));
  }

  /** Whether an event is about a volume that cannot be attached or mounted. */
  public static boolean mounting(Seen event) {
    return MOUNTING.contains(event.reason());
  }

  /** The events about volumes that are not mounted; none once the pod's containers were begun. */
  public static List<Seen> unmounted(Collection<Seen> events) {
    Instant mounted =
        events.stream()
            .filter(event -> MOUNTED.contains(event.reason()))
            .map(Seen::last)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return events.stream()
        .filter(event -> mounting(event) && event.last().isAfter(mounted))
        .toList();
  }

  /**
   * The latest event that says that no node has both the pod's place and its volumes'; empty when
   * the pod waits for something else.
   */
  public static Optional<Seen> unplaced(Collection<Seen> events) {
    return events.stream()
        .filter(event -> event.reason().equals("FailedScheduling"))
        .max(Comparator.comparing(Seen::last))
        .filter(
            event -> {
              String words = event.message().toLowerCase(Locale.ROOT);
              return PLACES.stream().anyMatch(words::contains);
            });
  }

  /** What an event means. */
  public static StatusReason status(Seen event) {
    return new StatusReason(reason(event), Scrub.of(event.message()), event.first());
  }

  private static Reason reason(Seen event) {
    String words = event.message().toLowerCase(Locale.ROOT);
    if (words.contains("multi-attach")) {
      return Reason.IN_USE;
    }
    if (words.contains("not found in the list of registered csi drivers")
        || words.contains("does not have csi driver")) {
      return Reason.NODE_PLUGIN_ABSENT;
    }
    if (mounting(event)) {
      return Reason.MOUNT_FAILED;
    }
    return event.reason().equals("FailedScheduling") ? scheduling(words) : Reason.UNKNOWN;
  }

  private static Reason scheduling(String words) {
    if (words.contains("readwriteoncepod")) {
      return Reason.IN_USE;
    }
    return words.contains("unbound immediate persistentvolumeclaims")
        ? Reason.IN_PROGRESS
        : Reason.TOPOLOGY;
  }
}
