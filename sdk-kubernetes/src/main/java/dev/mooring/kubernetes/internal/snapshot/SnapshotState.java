package dev.mooring.kubernetes.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
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
   * @param tree the object's spec and status
   * @param begun when it was asked for, more exactly than the API server's whole seconds
   * @param deleteRuns whether the record says that it is being deleted
   */
  static Provisioned of(
      GenericKubernetesResource object, JsonNode tree, Instant begun, boolean deleteRuns) {
    JsonNode status = tree.path("status");
    Map<String, String> details = details(object, tree);
    Long size = size(status.path("restoreSize").asText(""));
    String deletion = object.getMetadata().getDeletionTimestamp();
    Instant created = later(Times.of(object.getMetadata().getCreationTimestamp()), begun);
    if (deletion != null || deleteRuns) {
      Instant since = deletion == null ? created : later(Times.of(deletion), begun);
      return at(ProvisioningState.DELETING, since, null, false, size, details);
    }
    if (status.path("readyToUse").asBoolean(false)) {
      Instant since = later(Times.of(status.path("creationTime").asText("")), begun);
      return at(ProvisioningState.AVAILABLE, since, null, false, size, details);
    }
    JsonNode error = status.path("error");
    String words = error.path("message").asText("");
    if (words.isEmpty()) {
      return at(ProvisioningState.PENDING, created, null, false, size, details);
    }
    DriverWords meaning = DriverWords.of(words);
    Instant since = later(Times.of(error.path("time").asText("")), begun);
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

  private static Map<String, String> details(GenericKubernetesResource object, JsonNode tree) {
    Map<String, String> details = new TreeMap<>();
    details.put("namespace", object.getMetadata().getNamespace());
    details.put("volumeSnapshot", object.getMetadata().getName());
    put(details, "volumeSnapshotClass", tree.path("spec").path("volumeSnapshotClassName"));
    put(
        details,
        "volumeSnapshotContent",
        tree.path("status").path("boundVolumeSnapshotContentName"));
    return details;
  }

  private static void put(Map<String, String> details, String key, JsonNode value) {
    if (value.isTextual()) {
      details.put(key, value.asText());
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
