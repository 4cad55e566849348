package dev.mooring.internal.codec;

import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.SourceSpec;
import dev.mooring.volume.VolumeRef;

/** Records of snapshots, and what volumes were made from, as JSON. */
final class SnapshotFormat {
  private SnapshotFormat() {}

  static JsonObject write(SnapshotRecord record) {
    return new JsonObject()
        .put("key", record.key())
        .put("version", record.version())
        .put("createdAt", record.createdAt())
        .put("deleting", record.deleting())
        .put("spec", write(record.spec()))
        .put("provisioned", VolumeFormat.write(record.provisioned()))
        .put("operations", OperationFormat.write(record.operations()));
  }

  static SnapshotRecord read(JsonFields fields) {
    return new SnapshotRecord(
        fields.text("key"),
        fields.text("version"),
        fields.time("createdAt"),
        fields.flag("deleting"),
        fields.object("spec", SnapshotFormat::spec),
        fields.object("provisioned", VolumeFormat::provisioned),
        fields.list("operations", OperationFormat::read));
  }

  static JsonObject write(SnapshotSpec spec) {
    return new JsonObject()
        .put("id", ValueFormat.value(spec.id().value()))
        .put("account", spec.account())
        .put("name", spec.name())
        .put("volume", spec.volume().toString())
        .put("volumeId", ValueFormat.value(spec.volumeId().value()))
        .put("volumeKey", spec.volumeKey())
        .put("owner", ValueFormat.write(spec.owner()))
        .put("region", spec.region())
        .put("profile", spec.profile())
        .put("sizeBytes", spec.sizeBytes())
        .put("storageClass", spec.storageClass())
        .put("snapshotClass", spec.snapshotClass())
        .put("scheduledAt", spec.scheduledAt());
  }

  static SnapshotSpec spec(JsonFields fields) {
    return new SnapshotSpec(
        fields.object("id", id -> new SnapshotId(id.text("value"))),
        fields.text("account"),
        fields.text("name"),
        VolumeRef.parse(fields.text("volume")),
        fields.object("volumeId", ValueFormat::volumeId),
        fields.text("volumeKey"),
        fields.object("owner", ValueFormat::owner),
        fields.text("region"),
        fields.text("profile"),
        fields.number("sizeBytes"),
        fields.textIfSet("storageClass"),
        fields.textIfSet("snapshotClass"),
        fields.timeIfSet("scheduledAt"));
  }

  static JsonObject write(SourceSpec source) {
    return new JsonObject()
        .put("asked", source.asked().toString())
        .put("id", source.id())
        .put("key", source.key())
        .put("leastBytes", source.leastBytes())
        .put("storageClass", source.storageClass());
  }

  static SourceSpec source(JsonFields fields) {
    return new SourceSpec(
        VolumeSource.parse(fields.text("asked")),
        fields.text("id"),
        fields.text("key"),
        fields.number("leastBytes"),
        fields.textIfSet("storageClass"));
  }
}
