package dev.mooring.kubernetes.internal.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.RecordFormat;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Snapshots as VolumeSnapshots: what they are of as JSON, their index as labels. */
final class SnapshotFormat implements RecordFormat<GenericKubernetesResource, SnapshotRecord> {
  private final Place place;

  SnapshotFormat(Place place) {
    this.place = place;
  }

  @Override
  public Class<GenericKubernetesResource> type() {
    return GenericKubernetesResource.class;
  }

  @Override
  public String noun() {
    return "volumesnapshot";
  }

  @Override
  public String path() {
    return place.group(SnapshotApi.GROUP_VERSION, SnapshotApi.SNAPSHOTS);
  }

  @Override
  public Map<String, String> own() {
    return Marks.labels(Map.of(Index.ACCOUNT, place.account()));
  }

  @Override
  public String resource(SnapshotRecord record) {
    return record.resource();
  }

  @Override
  public GenericKubernetesResource object(SnapshotRecord record) {
    Map<String, String> annotations = new TreeMap<>(Marks.hidden(record.index()));
    annotations.put(Marks.SNAPSHOT, RecordCodec.write(record.spec()));
    annotations.put(Marks.OPERATIONS, RecordCodec.write(record.operations()));
    Map<String, Object> spec = new TreeMap<>();
    if (record.spec().snapshotClass() != null) {
      spec.put("volumeSnapshotClassName", record.spec().snapshotClass());
    }
    spec.put("source", Map.of("persistentVolumeClaimName", record.spec().volumeKey()));
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(SnapshotApi.GROUP_VERSION)
        .withKind(SnapshotApi.KIND)
        .withNewMetadata()
        .withName(record.key())
        .withNamespace(place.namespace())
        .withLabels(Marks.labels(record.index()))
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .withAnnotations(annotations)
        .endMetadata()
        .addToAdditionalProperties("spec", spec)
        .build();
  }

  /** Only operations change. */
  @Override
  public Call change(SnapshotRecord record, Version version) {
    ObjectNode patch = Json.object();
    ObjectNode meta = patch.putObject("metadata");
    meta.put("resourceVersion", version.resourceVersion());
    ObjectNode labels = meta.putObject("labels");
    labels.putNull(Marks.label(Index.RUNNING));
    Marks.labels(record.index()).forEach(labels::put);
    meta.putObject("annotations").put(Marks.OPERATIONS, RecordCodec.write(record.operations()));
    return Call.mergePatch(path() + "/" + record.key(), patch.toString());
  }

  @Override
  public SnapshotRecord fresh(GenericKubernetesResource object) {
    String about = Marks.annotation(object, Marks.SNAPSHOT);
    String noted = Marks.annotation(object, Marks.OPERATIONS);
    SnapshotSpec spec = RecordCodec.readSnapshotSpec(about == null ? "" : about);
    List<OperationRecord> operations =
        noted == null ? List.of() : RecordCodec.readOperations(noted);
    boolean deleteRuns =
        operations.stream().anyMatch(o -> o.running() && o.type() == OperationType.DELETE);
    return new SnapshotRecord(
        object.getMetadata().getName(),
        Version.of(object).toString(),
        Times.of(object.getMetadata().getCreationTimestamp()),
        object.getMetadata().getDeletionTimestamp() != null,
        spec,
        SnapshotState.of(object, begun(operations), deleteRuns),
        operations);
  }

  private static Instant begun(List<OperationRecord> operations) {
    return operations.stream()
        .filter(o -> o.type() == OperationType.SNAPSHOT)
        .map(OperationRecord::startedAt)
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  @Override
  public boolean isOurs(GenericKubernetesResource object) {
    return Marks.isOf(object, place.account()) && Marks.annotation(object, Marks.SNAPSHOT) != null;
  }
}
