package dev.mooring.kubernetes.internal.adopt;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.claim.ClaimAdoption;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.AccessMode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a PersistentVolume that others made shows of itself, when no claim has it. */
final class VolumeLook {
  private static final String FIELD = "persistentVolume";
  private static final String BLOCK = "Block";

  private VolumeLook() {}

  /** The same for what is not there, what others have, and what had a claim before. */
  static Adoptable missing(String name) {
    return Adoptable.refused(
        List.of(
            Violation.of(
                    FIELD,
                    "the cluster has no PersistentVolume "
                        + name
                        + " without a claim (one that is Released names its old claim until"
                        + " somebody takes its claimRef off)")
                .as(ErrorCode.NOT_FOUND)));
  }

  /** A claim has its name already: ours, or one that can be adopted by itself. */
  static Adoptable taken(ClaimAdoption claims, PersistentVolumeClaim claim, String name) {
    boolean binds = name.equals(claim.getSpec().getVolumeName());
    Optional<VolumeRecord> ours = binds ? claims.record(claim) : Optional.empty();
    if (ours.isPresent()) {
      return Adoptable.ours(ours.get());
    }
    if (Marks.isMarked(claim)) {
      return missing(name);
    }
    return Adoptable.refused(
        List.of(
            Violation.of(
                    FIELD,
                    binds
                        ? "has a claim of its name: adopt that claim"
                        : "cannot have a claim of its name: that is another volume's")
                .as(ErrorCode.CONFLICT)));
  }

  /** Whether a claim was made for a PersistentVolume that it has not got yet. */
  static boolean waits(PersistentVolumeClaim claim) {
    return claim.getSpec().getVolumeName() != null
        && claim.getStatus() != null
        && "Pending".equals(claim.getStatus().getPhase());
  }

  static Adoptable of(
      PersistentVolume volume, String namespace, String account, Set<AccessMode> wanted) {
    String name = volume.getMetadata().getName();
    String phase = volume.getStatus() == null ? null : volume.getStatus().getPhase();
    ObjectMeta wouldBe = new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    boolean free = isFor(volume.getSpec().getClaimRef(), wouldBe);
    if (!free || isOthers(volume, account) || "Released".equals(phase) || "Failed".equals(phase)) {
      return missing(name);
    }
    List<Violation> violations = new ArrayList<>();
    if (volume.getMetadata().getDeletionTimestamp() != null) {
      violations.add(Violation.of(FIELD, "is being deleted").as(ErrorCode.CONFLICT));
    }
    PersistentVolumeSpec spec = volume.getSpec();
    if (BLOCK.equals(spec.getVolumeMode())) {
      violations.add(Violation.of(FIELD, "is of a block device: only filesystems can be mounted"));
    }
    if (spec.getVolumeAttributesClassName() != null) {
      violations.add(
          Violation.of(
              FIELD,
              "has a volumeAttributesClassName: make a claim for it by hand, and adopt that"));
    }
    return new Adoptable(
        volume.getMetadata().getResourceVersion(),
        Times.of(volume.getMetadata().getCreationTimestamp()),
        null,
        Quantity.getAmountInBytes(spec.getCapacity().get("storage")).longValue(),
        mode(spec, wanted),
        // A claim without a class of its own would get the cluster's default one.
        Objects.requireNonNullElse(spec.getStorageClassName(), ""),
        Provisioned.pending(Instant.EPOCH),
        violations);
  }

  /** Whether a claim has a PersistentVolume, or may get it: nobody else has, or is to get it. */
  static boolean isFor(@Nullable ObjectReference reserved, ObjectMeta claim) {
    return reserved == null
        || (claim.getName().equals(reserved.getName())
            && claim.getNamespace().equals(reserved.getNamespace())
            && (reserved.getUid() == null || reserved.getUid().equals(claim.getUid())));
  }

  /** Whether it was made for another account, or for a share. */
  private static boolean isOthers(PersistentVolume volume, String account) {
    return Marks.isMarked(volume)
        && (!Marks.isOf(volume, account) || Marks.label(volume, Marks.SHARE) != null);
  }

  /** A mode of it that is wanted; else its first. */
  private static @Nullable AccessMode mode(PersistentVolumeSpec spec, Set<AccessMode> wanted) {
    List<AccessMode> modes =
        spec.getAccessModes().stream()
            .flatMap(name -> AccessMode.ofKubernetesName(name).stream())
            .toList();
    return modes.stream()
        .filter(wanted::contains)
        .findFirst()
        .orElse(modes.isEmpty() ? null : modes.get(0));
  }
}
