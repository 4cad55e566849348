package dev.mooring.kubernetes.internal.adopt;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.claim.ClaimAdoption;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a claim that others made shows of itself. */
final class ClaimLook {
  private ClaimLook() {}

  static Adoptable of(ClaimAdoption claims, String name) {
    Optional<PersistentVolumeClaim> found = claims.claim(name);
    if (found.isEmpty()) {
      return missing(name);
    }
    Optional<VolumeRecord> ours = claims.record(found.get());
    if (ours.isPresent()) {
      return Adoptable.ours(ours.get());
    }
    // What is another account's looks like what is not there.
    return Marks.isMarked(found.get()) ? missing(name) : of(found.get());
  }

  private static Adoptable missing(String name) {
    return Adoptable.refused(
        List.of(
            Violation.of("claim", "the namespace has no claim " + name + " that can be adopted")
                .as(ErrorCode.NOT_FOUND)));
  }

  private static Adoptable of(PersistentVolumeClaim claim) {
    List<Violation> violations = new ArrayList<>();
    if (claim.getMetadata().getDeletionTimestamp() != null) {
      violations.add(conflict("is being deleted"));
    }
    String phase = claim.getStatus() == null ? null : claim.getStatus().getPhase();
    if (!"Bound".equals(phase)) {
      violations.add(
          conflict("is " + (phase == null ? "Pending" : phase) + ": only a bound one has data"));
    }
    if ("Block".equals(claim.getSpec().getVolumeMode())) {
      violations.add(
          Violation.of("claim", "is of a block device: only filesystems can be mounted"));
    }
    return new Adoptable(
        Version.of(claim).requesting(requested(claim)).toString(),
        Times.of(claim.getMetadata().getCreationTimestamp()),
        null,
        requested(claim),
        mode(claim),
        claim.getSpec().getStorageClassName(),
        Provisioned.pending(Instant.EPOCH),
        violations);
  }

  private static Violation conflict(String words) {
    return Violation.of("claim", words).as(ErrorCode.CONFLICT);
  }

  private static long requested(PersistentVolumeClaim claim) {
    Quantity size = claim.getSpec().getResources().getRequests().get("storage");
    return Quantity.getAmountInBytes(size).longValue();
  }

  private static @Nullable AccessMode mode(PersistentVolumeClaim claim) {
    List<String> modes = claim.getSpec().getAccessModes();
    return modes == null || modes.isEmpty()
        ? null
        : AccessMode.ofKubernetesName(modes.get(0)).orElse(null);
  }
}
