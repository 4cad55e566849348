package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.record.Place;
import java.util.List;
import java.util.Map;

/**
 * What is made from a claim that is being deleted: the cluster keeps the claim until that has
 * ended, and for ever when it fails.
 */
final class Dependents {
  private static final String KEEPS = "keeps the volume from going until it ends or is deleted";

  private final Place place;
  private final Reading reading;

  Dependents(Place place, Reading reading) {
    this.place = place;
    this.reading = reading;
  }

  void add(JsonNode claim, List<Finding> findings) {
    if (!claim.path("metadata").has("deletionTimestamp")) {
      return;
    }
    String name = claim.at("/metadata/name").asText();
    for (JsonNode finalizer : claim.at("/metadata/finalizers")) {
      if (finalizer.asText().endsWith("/cloning-protection")) {
        add(
            findings,
            "PersistentVolumeClaim",
            reading.all(place.core("persistentvolumeclaims"), "claims"),
            item ->
                name.equals(item.at("/spec/dataSource/name").asText())
                    && "PersistentVolumeClaim".equals(item.at("/spec/dataSource/kind").asText())
                    && !"Bound".equals(item.at("/status/phase").asText()));
      } else if (finalizer.asText().endsWith("/pvc-as-source-protection")) {
        add(
            findings,
            SnapshotApi.KIND,
            reading.all(
                place.group(SnapshotApi.GROUP_VERSION, SnapshotApi.SNAPSHOTS), "volume snapshots"),
            item ->
                name.equals(item.at("/spec/source/persistentVolumeClaimName").asText())
                    && !item.at("/status/readyToUse").asBoolean());
      }
    }
  }

  private interface Test {
    boolean keeps(JsonNode item);
  }

  private static void add(List<Finding> findings, String kind, Reading.Read all, Test test) {
    if (all.refused()) {
      findings.add(
          Finding.unreadable(
              kind, "", "one of them " + KEEPS + ", but this client may not list them"));
    }
    for (JsonNode item : all.items()) {
      if (test.keeps(item)) {
        String error = item.at("/status/error/message").asText();
        findings.add(
            Finding.found(
                kind,
                item.at("/metadata/name").asText(),
                "is made from it and " + KEEPS,
                error.isEmpty() ? Map.of() : new Details().add("error", error).map()));
      }
    }
  }
}
