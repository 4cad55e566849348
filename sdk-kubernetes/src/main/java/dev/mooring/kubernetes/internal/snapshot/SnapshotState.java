package dev.mooring.kubernetes.internal.snapshot;

import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.reason.DriverWords;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.Provisioned;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far the cluster is with a snapshot, derived from the object. */
final class SnapshotState {
  private SnapshotState() {}

  /**
   * Derives the state.
   *
   * @param begun when it was asked for, more exactly than the API server's whole seconds
   * @param deleteRuns whether the record says that it is being deleted
   */
  static Provisioned of(GenericKubernetesResource object, Instant begun, boolean deleteRuns) {
    Map<String, String> details = details(object);
    Long size = size(text(object, "status", "restoreSize"));
    String deletion = object.getMetadata().getDeletionTimestamp();
    Instant created = Times.later(Times.of(object.getMetadata().getCreationTimestamp()), begun);
    if (deletion != null || deleteRuns) {
      Instant since = deletion == null ? created : Times.later(Times.of(deletion), begun);
      return at(ProvisioningState.DELETING, since, null, false, size, details);
    }
    if (Boolean.TRUE.equals(object.get("status", "readyToUse"))) {
      Instant since = Times.later(Times.of(text(object, "status", "creationTime")), begun);
      return at(ProvisioningState.AVAILABLE, since, null, false, size, details);
    }
    String words = text(object, "status", "error", "message");
    if (words.isEmpty()) {
      return at(ProvisioningState.PENDING, created, null, false, size, details);
    }
    DriverWords meaning = DriverWords.of(words);
    Instant since = Times.later(Times.of(text(object, "status", "error", "time")), begun);
    StatusReason why = new StatusReason(meaning.reason(), Scrub.of(words), since);
    ProvisioningState state =
        meaning.permanent() ? ProvisioningState.FAILED : ProvisioningState.PENDING;
    return at(state, since, why, meaning.permanent(), size, details);
  }

  private static Provisioned at(
      ProvisioningState state,
      Instant since,
      @Nullable StatusReason why,
      boolean permanent,
      @Nullable Long size,
      Map<String, String> details) {
    return new Provisioned(state, since, why, permanent, size, SizeEnforcement.NONE, details);
  }

  private static @Nullable Long size(String quantity) {
    return quantity.isEmpty()
        ? null
        : Quantity.getAmountInBytes(Quantity.parse(quantity)).longValue();
  }

  private static Map<String, String> details(GenericKubernetesResource object) {
    Map<String, String> details = new TreeMap<>();
    details.put("namespace", object.getMetadata().getNamespace());
    details.put("volumeSnapshot", object.getMetadata().getName());
    put(details, "volumeSnapshotClass", text(object, "spec", "volumeSnapshotClassName"));
    put(details, "volumeSnapshotContent", text(object, "status", "boundVolumeSnapshotContentName"));
    return details;
  }

  private static void put(Map<String, String> details, String key, String value) {
    if (!value.isEmpty()) {
      details.put(key, value);
    }
  }

  /** A text, or a number as one; empty when there is none. */
  private static String text(GenericKubernetesResource object, Object... path) {
    Object value = object.get(path);
    return value == null ? "" : value.toString();
  }
}
