package dev.mooring.kubernetes.internal.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.reason.Why;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.ReadableRecords;
import dev.mooring.kubernetes.internal.record.RecordFormat;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Custody;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReferenceBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Volumes as PersistentVolumeClaims: spec, labels for the index, annotations for the rest. */
final class ClaimFormat implements RecordFormat<PersistentVolumeClaim, VolumeRecord> {
  private final Place place;
  private final StorageClasses classes;
  private final ClaimReasons reasons;
  private final ReasonMemory memory;

  ClaimFormat(Place place, StorageClasses classes, ClaimReasons reasons) {
    this.place = place;
    this.classes = classes;
    this.reasons = reasons;
    this.memory = new ReasonMemory(place.api(), path());
  }

  @Override
  public Class<PersistentVolumeClaim> type() {
    return PersistentVolumeClaim.class;
  }

  @Override
  public String noun() {
    return "persistentvolumeclaim";
  }

  @Override
  public String path() {
    return place.core("persistentvolumeclaims");
  }

  @Override
  public Map<String, String> own() {
    return Marks.labels(Map.of(Index.ACCOUNT, place.account()));
  }

  @Override
  public String resource(VolumeRecord record) {
    return record.resource();
  }

  @Override
  public PersistentVolumeClaim object(VolumeRecord record) {
    VolumeSpec spec = record.spec();
    Map<String, String> annotations = new TreeMap<>(Marks.hidden(record.index()));
    annotations.put(Marks.REGION, spec.region());
    spec.madeFrom()
        .ifPresent(source -> annotations.put(Marks.MADE_FROM, RecordCodec.write(source)));
    long request = ClaimRequest.first(record);
    changing(record, request)
        .forEach((key, value) -> value.ifPresent(present -> annotations.put(key, present)));
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(record.key())
        .withNamespace(place.namespace())
        .withLabels(Marks.labels(record.index()))
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .withAnnotations(annotations)
        .endMetadata()
        .withNewSpec()
        .withAccessModes(mode(spec).kubernetesName())
        .withStorageClassName(spec.storageClass())
        .withVolumeMode("Filesystem")
        .withNewResources()
        .addToRequests("storage", new Quantity(Long.toString(request)))
        .endResources()
        .withDataSource(spec.madeFrom().map(ClaimFormat::source).orElse(null))
        .endSpec()
        .build();
  }

  private static TypedLocalObjectReference source(SourceSpec source) {
    TypedLocalObjectReferenceBuilder reference =
        new TypedLocalObjectReferenceBuilder().withName(source.key());
    return source.isSnapshot()
        ? reference.withApiGroup(SnapshotApi.GROUP).withKind(SnapshotApi.KIND).build()
        : reference.withKind("PersistentVolumeClaim").build();
  }

  private static AccessMode mode(VolumeSpec spec) {
    AccessMode given = spec.accessMode();
    if (given != null) {
      return given;
    }
    return spec.kind() == VolumeKind.FILESYSTEM
        ? AccessMode.READ_WRITE_MANY
        : AccessMode.READ_WRITE_ONCE;
  }

  /** The annotations that a record may change, empty where there is nothing to say. */
  private static Map<String, Optional<String>> changing(VolumeRecord record, long request) {
    VolumeSpec spec = record.spec();
    Map<String, Optional<String>> result = new TreeMap<>();
    result.put(Marks.DESCRIPTION, Optional.ofNullable(spec.description()));
    result.put(
        Marks.MOUNT_PATH,
        spec.mountPath() == null ? Optional.empty() : Optional.of(spec.mountPath().value()));
    result.putAll(ClaimRequest.marks(record, request));
    result.put(Marks.CLAIM, record.holder().map(RecordCodec::write));
    result.put(
        Marks.TRASH,
        record.trash() == null ? Optional.empty() : Optional.of(RecordCodec.write(record.trash())));
    result.put(
        Marks.OPERATIONS,
        record.operations().isEmpty()
            ? Optional.empty()
            : Optional.of(RecordCodec.write(record.operations())));
    result.put(
        Marks.SIZES,
        record.sizes().isEmpty()
            ? Optional.empty()
            : Optional.of(RecordCodec.writeSizes(record.sizes())));
    result.put(
        Marks.SHARES,
        record.shares().isEmpty()
            ? Optional.empty()
            : Optional.of(RecordCodec.writeShares(record.shares())));
    result.put(
        Marks.CUSTODY,
        record.custody().equals(Custody.OWN)
            ? Optional.empty()
            : Optional.of(RecordCodec.write(record.custody())));
    return result;
  }

  @Override
  public Call change(VolumeRecord record, Version version) {
    return Call.mergePatch(path() + "/" + record.key(), patch(record, version).toString());
  }

  /** The request that makes a record of a claim that others made: it adds marks, no more. */
  Call adoption(VolumeRecord record, Version version) {
    ObjectNode patch = patch(record, version);
    ObjectNode annotations = (ObjectNode) patch.path("metadata").path("annotations");
    Marks.hidden(record.index()).forEach(annotations::put);
    annotations.put(Marks.REGION, record.spec().region());
    return Call.mergePatch(path() + "/" + record.key(), patch.toString());
  }

  private static ObjectNode patch(VolumeRecord record, Version version) {
    ObjectNode patch = Json.object();
    ObjectNode meta = patch.putObject("metadata");
    meta.put("resourceVersion", version.resourceVersion());
    ObjectNode labels = meta.putObject("labels");
    version.userLabels().forEach(key -> labels.putNull(Marks.USER_PREFIX + key));
    labels.putNull(Marks.label(Index.RUNNING));
    Marks.labels(record.index()).forEach(labels::put);
    ObjectNode annotations = meta.putObject("annotations");
    long request = ClaimRequest.next(record, version.requested());
    changing(record, request)
        .forEach(
            (key, value) ->
                value.ifPresentOrElse(
                    present -> annotations.put(key, present), () -> annotations.putNull(key)));
    if (request != version.requested()) {
      patch
          .putObject("spec")
          .putObject("resources")
          .putObject("requests")
          .put("storage", Long.toString(request));
    }
    return patch;
  }

  @Override
  public VolumeRecord fresh(PersistentVolumeClaim claim) {
    return record(claim, reasons.known(claim).orElse(null));
  }

  @Override
  public boolean isOurs(PersistentVolumeClaim claim) {
    return Marks.isOf(claim, place.account());
  }

  @Override
  public Optional<VolumeRecord> readOne(PersistentVolumeClaim claim) {
    return ReadableRecords.one(
        this,
        claim,
        ours -> kept(ours, reasons.of(List.of(ours)).get(ours.getMetadata().getUid())));
  }

  /** Why they wait is looked up for all at once. */
  @Override
  public List<VolumeRecord> read(List<PersistentVolumeClaim> claims) {
    Map<String, Why> whys = reasons.of(claims.stream().filter(this::isOurs).toList());
    return ReadableRecords.of(
        this, claims, claim -> kept(claim, whys.get(claim.getMetadata().getUid())));
  }

  private VolumeRecord kept(PersistentVolumeClaim claim, @Nullable Why why) {
    return record(why == null ? claim : memory.keep(claim, why), why);
  }

  private VolumeRecord record(PersistentVolumeClaim claim, @Nullable Why why) {
    String operations = Marks.annotation(claim, Marks.OPERATIONS);
    List<OperationRecord> known =
        operations == null ? List.of() : RecordCodec.readOperations(operations);
    String holder = Marks.annotation(claim, Marks.CLAIM);
    String trash = Marks.annotation(claim, Marks.TRASH);
    String sizes = Marks.annotation(claim, Marks.SIZES);
    String shares = Marks.annotation(claim, Marks.SHARES);
    String custody = Marks.annotation(claim, Marks.CUSTODY);
    VolumeSpec spec = ClaimSpec.of(claim);
    return new VolumeRecord(
        claim.getMetadata().getName(),
        Version.of(claim).requesting(ClaimRequest.requested(claim)).toString(),
        Times.of(claim.getMetadata().getCreationTimestamp()),
        claim.getMetadata().getDeletionTimestamp() != null,
        spec,
        provisioned(claim, known, why),
        holder == null ? null : RecordCodec.readClaim(holder),
        trash == null ? null : RecordCodec.readTrash(trash),
        known,
        sizes == null ? List.of() : RecordCodec.readSizes(sizes),
        shares == null ? List.of() : RecordCodec.readShares(shares),
        custody == null ? Custody.OWN : RecordCodec.readCustody(custody));
  }

  /** When the creation was noted, by the same clock as all that the record tells. */
  private static Instant begun(List<OperationRecord> operations) {
    return operations.stream()
        .filter(o -> o.type() == OperationType.CREATE)
        .flatMap(o -> Stream.concat(Stream.of(o.startedAt()), first(o)))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Stream<Instant> first(OperationRecord operation) {
    return operation.events().stream().limit(1).map(OperationEvent::at);
  }

  private Provisioned provisioned(
      PersistentVolumeClaim claim, List<OperationRecord> operations, @Nullable Why why) {
    Instant begun = begun(operations);
    boolean deleteRuns =
        operations.stream().anyMatch(o -> o.running() && o.type() == OperationType.DELETE);
    boolean onFirstUse =
        ClaimState.waits(claim)
            && classes.find(claim.getSpec().getStorageClassName())
                instanceof StorageClasses.There there
            && there.info().onFirstUse();
    return ClaimState.of(classes, claim, begun, deleteRuns, onFirstUse, why);
  }
}
