package dev.mooring.kubernetes.internal.claim;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.reason.DriverWords;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.Growth;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimCondition;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a bound claim is with its growth, from its status: first the controller lets the backend
 * grow, then a node lets the filesystem grow.
 *
 * @param reason why it has not ended
 * @param permanent whether the driver says that it cannot be
 * @param growth how far it is
 */
record ClaimGrowth(StatusReason reason, boolean permanent, Growth growth) {
  private static final String STORAGE = "storage";

  /** The growth of a claim; empty when it has what it asks for. */
  static Optional<ClaimGrowth> of(PersistentVolumeClaim claim, Instant since, Expansion expansion) {
    PersistentVolumeClaimStatus status = claim.getStatus();
    if (status == null) {
      return Optional.empty();
    }
    String phase =
        Optional.ofNullable(status.getAllocatedResourceStatuses())
            .map(statuses -> statuses.get(STORAGE))
            .orElse("");
    Optional<PersistentVolumeClaimCondition> failed = failure(claim, phase);
    boolean infeasible = phase.endsWith("Infeasible") && isAbout(claim);
    Growth growth = growth(claim, phase, expansion == Expansion.ONLINE);
    if (infeasible || failed.isPresent()) {
      return Optional.of(refused(failed, phase, infeasible, since, growth));
    }
    Optional<PersistentVolumeClaimCondition> waits =
        condition(status, "FileSystemResizePending").or(() -> condition(status, "Resizing"));
    if (phase.isEmpty() && waits.isEmpty() && !asksForMore(claim)) {
      return Optional.empty();
    }
    return Optional.of(underWay(phase, waits, since, growth));
  }

  private static ClaimGrowth underWay(
      String phase, Optional<PersistentVolumeClaimCondition> waits, Instant since, Growth growth) {
    Reason reason = Reason.EXPANDING;
    String words = "the backend grows";
    if (phase.equals("NodeResizeInProgress")) {
      words = "the backend has grown; a node grows the filesystem";
    } else if (phase.equals("NodeResizePending")
        || waits.filter(c -> c.getType().equals("FileSystemResizePending")).isPresent()) {
      reason = Reason.GROWS_ON_NEXT_USE;
      words = "the backend has grown; the filesystem grows when a pod mounts it";
    }
    return new ClaimGrowth(
        new StatusReason(reason, words, waits.map(ClaimGrowth::time).orElse(since)), false, growth);
  }

  /** An error of the step that the claim is at; those of steps before it may still stand there. */
  private static Optional<PersistentVolumeClaimCondition> failure(
      PersistentVolumeClaim claim, String phase) {
    if (phase.startsWith("Node")) {
      return condition(claim.getStatus(), "NodeResizeError");
    }
    return phase.startsWith("Controller") || asksForMore(claim)
        ? condition(claim.getStatus(), "ControllerResizeError")
            .or(() -> condition(claim.getStatus(), "NodeResizeError"))
        : Optional.empty();
  }

  /** Whether the status is about what is asked for now, and not about what was before. */
  private static boolean isAbout(PersistentVolumeClaim claim) {
    Map<String, Quantity> allocated = claim.getStatus().getAllocatedResources();
    return allocated == null
        || allocated.get(STORAGE) == null
        || compare(claim.getSpec().getResources().getRequests(), allocated) == 0;
  }

  private static int compare(Map<String, Quantity> one, Map<String, Quantity> other) {
    return Quantity.getAmountInBytes(one.get(STORAGE))
        .compareTo(Quantity.getAmountInBytes(other.get(STORAGE)));
  }

  private static ClaimGrowth refused(
      Optional<PersistentVolumeClaimCondition> failed,
      String phase,
      boolean permanent,
      Instant since,
      Growth growth) {
    String words = failed.map(PersistentVolumeClaimCondition::getMessage).orElse(phase);
    // The driver can grow it, but not while it is mounted.
    boolean mounted = failed.isPresent() && words.contains("FailedPrecondition");
    Reason reason = mounted ? Reason.NEEDS_RESTART : permanent ? verdict(words) : Reason.EXPANDING;
    return new ClaimGrowth(
        new StatusReason(reason, Scrub.of(words), failed.map(ClaimGrowth::time).orElse(since)),
        permanent && !mounted,
        growth);
  }

  private static Growth growth(PersistentVolumeClaim claim, String phase, boolean mounted) {
    Growth.Phase at = Growth.Phase.BACKEND_GROWING;
    if (phase.equals("NodeResizeInProgress") || phase.equals("NodeResizeInfeasible")) {
      at = Growth.Phase.FILESYSTEM_GROWING;
    } else if (phase.equals("NodeResizePending")
        || condition(claim.getStatus(), "FileSystemResizePending").isPresent()) {
      at = Growth.Phase.BACKEND_GROWN;
    }
    return new Growth(at, target(claim, phase), mounted);
  }

  /** What the controller grows to: what it found infeasible it gives up for what is asked now. */
  private static long target(PersistentVolumeClaim claim, String phase) {
    Map<String, Quantity> allocated = claim.getStatus().getAllocatedResources();
    return phase.isEmpty()
            || phase.equals("ControllerResizeInfeasible")
            || allocated == null
            || allocated.get(STORAGE) == null
        ? ClaimRequest.requested(claim)
        : Quantity.getAmountInBytes(allocated.get(STORAGE)).longValue();
  }

  private static Reason verdict(String words) {
    Reason told = DriverWords.of(words).reason();
    return told == Reason.IN_PROGRESS || told == Reason.UNKNOWN ? Reason.DRIVER_ERROR : told;
  }

  private static Optional<PersistentVolumeClaimCondition> condition(
      PersistentVolumeClaimStatus status, String type) {
    List<PersistentVolumeClaimCondition> conditions = status.getConditions();
    return conditions == null
        ? Optional.empty()
        : conditions.stream()
            .filter(c -> type.equals(c.getType()) && "True".equals(c.getStatus()))
            .findFirst();
  }

  private static Instant time(PersistentVolumeClaimCondition condition) {
    return Times.of(condition.getLastTransitionTime());
  }

  private static boolean asksForMore(PersistentVolumeClaim claim) {
    Map<String, Quantity> requests =
        claim.getSpec().getResources() == null
            ? null
            : claim.getSpec().getResources().getRequests();
    Map<String, Quantity> capacity = claim.getStatus().getCapacity();
    return requests != null
        && capacity != null
        && requests.get(STORAGE) != null
        && capacity.get(STORAGE) != null
        && compare(requests, capacity) > 0;
  }
}
