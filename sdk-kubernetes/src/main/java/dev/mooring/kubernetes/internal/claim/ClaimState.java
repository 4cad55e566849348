package dev.mooring.kubernetes.internal.claim;

import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.reason.Why;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.Provisioned;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far the cluster is with a claim, derived from the object and its events. */
final class ClaimState {
  private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
  private static final List<String> PROVISIONER =
      List.of(
          "volume.kubernetes.io/storage-provisioner",
          "volume.beta.kubernetes.io/storage-provisioner");

  private ClaimState() {}

  /** Whether a claim waits, so that its events matter. */
  static boolean waits(PersistentVolumeClaim claim) {
    return claim.getMetadata().getDeletionTimestamp() == null
        && (claim.getStatus() == null
            || claim.getStatus().getPhase() == null
            || claim.getStatus().getPhase().equals("Pending"));
  }

  /**
   * Derives the state.
   *
   * @param classes what is known of drivers
   * @param begun when its creation was begun, more exactly than the API server's whole seconds
   * @param deleteRuns whether the record says that it is being deleted
   * @param onFirstUse whether its class binds claims with their first pod
   * @param why why it waits, or null when nobody said
   */
  static Provisioned of(
      StorageClasses classes,
      PersistentVolumeClaim claim,
      Instant begun,
      boolean deleteRuns,
      boolean onFirstUse,
      @Nullable Why why) {
    Map<String, String> details = details(claim);
    CsiDriver driver = classes.driver(details.get("driver"));
    SizeEnforcement enforcement = driver.enforcement();
    Long capacity = capacity(claim);
    Instant created = Times.later(Times.of(claim.getMetadata().getCreationTimestamp()), begun);
    String deletion = claim.getMetadata().getDeletionTimestamp();
    if (deletion != null || deleteRuns) {
      Instant since = deletion == null ? created : Times.later(Times.of(deletion), begun);
      return new Provisioned(
          ProvisioningState.DELETING,
          since,
          deleting(claim, since),
          false,
          capacity,
          enforcement,
          details);
    }
    if (!waits(claim)) {
      boolean lost = "Lost".equals(claim.getStatus().getPhase());
      Instant since = Times.later(statusSince(claim, created), begun);
      StatusReason reason =
          lost
              ? new StatusReason(
                  Reason.DRIVER_ERROR,
                  "the claim lost its PersistentVolume " + details.get("persistentVolume"),
                  since)
              : null;
      Optional<ClaimGrowth> growth =
          lost ? Optional.empty() : ClaimGrowth.of(claim, since, driver.expansion());
      // A growth that was taken back asks for a byte that nobody waits for.
      Optional<ClaimGrowth> asked = growth.filter(g -> !ClaimRequest.isMoreThanAsked(claim));
      return new Provisioned(
          lost ? ProvisioningState.FAILED : ProvisioningState.AVAILABLE,
          since,
          asked.map(ClaimGrowth::reason).orElse(reason),
          lost || asked.filter(ClaimGrowth::permanent).isPresent(),
          capacity,
          enforcement,
          details,
          growth.map(ClaimGrowth::growth).orElse(null));
    }
    return pending(claim, onFirstUse, why, created, enforcement, details);
  }

  private static Provisioned pending(
      PersistentVolumeClaim claim,
      boolean onFirstUse,
      @Nullable Why why,
      Instant created,
      SizeEnforcement enforcement,
      Map<String, String> details) {
    boolean unasked = onFirstUse && Marks.annotation(claim, SELECTED_NODE) == null;
    Why told = why;
    if (unasked && (told == null || told.reason() == Reason.IN_PROGRESS)) {
      told = new Why(Reason.READY_ON_FIRST_USE, "", created, false, false);
    }
    if (told == null) {
      return new Provisioned(
          ProvisioningState.PENDING, created, null, false, null, enforcement, details);
    }
    ProvisioningState state =
        told.permanent()
            ? ProvisioningState.FAILED
            : told.provisioning() ? ProvisioningState.PROVISIONING : ProvisioningState.PENDING;
    return new Provisioned(
        state,
        Times.later(told.since(), created),
        told.status(),
        told.permanent(),
        null,
        enforcement,
        details);
  }

  /** What keeps a claim that is being deleted. */
  private static @Nullable StatusReason deleting(PersistentVolumeClaim claim, Instant since) {
    List<String> finalizers = claim.getMetadata().getFinalizers();
    if (finalizers == null || finalizers.isEmpty()) {
      return null;
    }
    List<String> foreign = finalizers.stream().filter(name -> !isOfTheCluster(name)).toList();
    StatusReason reason =
        new StatusReason(
            Reason.IN_PROGRESS, "waits for finalizers " + String.join(", ", finalizers), since);
    return foreign.isEmpty()
        ? reason
        : reason.withHint(
            "whoever set "
                + String.join(", ", foreign)
                + " must take it away: Mooring removes no finalizer");
  }

  /** Whether a controller of Kubernetes takes a finalizer away when its time has come. */
  private static boolean isOfTheCluster(String finalizer) {
    String domain = finalizer.split("/", 2)[0];
    return domain.equals("kubernetes.io") || domain.endsWith(".kubernetes.io");
  }

  /** When the cluster last wrote the status: for a bound claim, when it was bound or grew. */
  private static Instant statusSince(PersistentVolumeClaim claim, Instant created) {
    List<ManagedFieldsEntry> fields = claim.getMetadata().getManagedFields();
    return fields == null
        ? created
        : fields.stream()
            .filter(entry -> "status".equals(entry.getSubresource()))
            .map(entry -> Times.of(entry.getTime()))
            .filter(time -> !time.equals(Instant.EPOCH))
            .min(Comparator.naturalOrder())
            .orElse(created);
  }

  private static @Nullable Long capacity(PersistentVolumeClaim claim) {
    if (claim.getStatus() == null || claim.getStatus().getCapacity() == null) {
      return null;
    }
    Quantity storage = claim.getStatus().getCapacity().get("storage");
    return storage == null ? null : Quantity.getAmountInBytes(storage).longValue();
  }

  private static Map<String, String> details(PersistentVolumeClaim claim) {
    Map<String, String> details = new TreeMap<>();
    details.put("persistentVolumeClaim", claim.getMetadata().getName());
    put(details, "namespace", claim.getMetadata().getNamespace());
    put(details, "storageClass", claim.getSpec().getStorageClassName());
    put(details, "persistentVolume", claim.getSpec().getVolumeName());
    PROVISIONER.forEach(key -> put(details, "driver", Marks.annotation(claim, key)));
    List<String> modes = claim.getSpec().getAccessModes();
    put(details, "accessMode", modes == null || modes.isEmpty() ? null : modes.get(0));
    return details;
  }

  private static void put(Map<String, String> details, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      details.put(key, value);
    }
  }
}
