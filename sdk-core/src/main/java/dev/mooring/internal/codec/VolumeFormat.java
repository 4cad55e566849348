package dev.mooring.internal.codec;

import dev.mooring.spi.Custody;
import dev.mooring.spi.Growth;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Labels;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeKind;

/** Records of volumes as JSON. */
final class VolumeFormat {
  private VolumeFormat() {}

  static JsonObject write(VolumeRecord record) {
    return new JsonObject()
        .put("key", record.key())
        .put("version", record.version())
        .put("createdAt", record.createdAt())
        .put("deleting", record.deleting())
        .put("spec", write(record.spec()))
        .put("provisioned", write(record.provisioned()))
        .put("claim", record.claim(), ValueFormat::write)
        .put("trash", record.trash(), ValueFormat::write)
        .put("operations", OperationFormat.write(record.operations()))
        .put("sizes", ValueFormat.write(record.sizes()))
        .put("shares", ValueFormat.writeShares(record.shares()))
        .put("custody", ValueFormat.write(record.custody()));
  }

  static VolumeRecord read(JsonFields fields) {
    Custody custody = fields.objectIfSet("custody", ValueFormat::custody);
    return new VolumeRecord(
        fields.text("key"),
        fields.text("version"),
        fields.time("createdAt"),
        fields.flag("deleting"),
        fields.object("spec", VolumeFormat::spec),
        fields.object("provisioned", VolumeFormat::provisioned),
        fields.objectIfSet("claim", ValueFormat::claim),
        fields.objectIfSet("trash", ValueFormat::trash),
        fields.list("operations", OperationFormat::read),
        fields.list("sizes", ValueFormat::size),
        fields.list("shares", ValueFormat::share),
        custody == null ? Custody.OWN : custody);
  }

  private static JsonObject write(VolumeSpec spec) {
    return new JsonObject()
        .put("id", ValueFormat.value(spec.id().value()))
        .put("account", spec.account())
        .put("kind", spec.kind())
        .put("name", spec.name())
        .put("owner", ValueFormat.write(spec.owner()))
        .put("region", spec.region())
        .put("profile", spec.profile())
        .put("sizeBytes", spec.sizeBytes())
        .put("accessMode", spec.accessMode())
        .put("storageClass", spec.storageClass())
        .put("description", spec.description())
        .put("mountPath", spec.mountPath(), ValueFormat::write)
        .put("labels", new JsonObject().put("entries", spec.labels().entries()))
        .put("source", spec.source(), SnapshotFormat::write);
  }

  private static VolumeSpec spec(JsonFields fields) {
    Labels labels = fields.objectIfSet("labels", held -> new Labels(held.texts("entries")));
    return new VolumeSpec(
        fields.object("id", ValueFormat::volumeId),
        fields.text("account"),
        fields.constant("kind", VolumeKind.class),
        fields.text("name"),
        fields.object("owner", ValueFormat::owner),
        fields.text("region"),
        fields.text("profile"),
        fields.number("sizeBytes"),
        fields.constantIfSet("accessMode", AccessMode.class),
        fields.textIfSet("storageClass"),
        fields.textIfSet("description"),
        fields.objectIfSet("mountPath", ValueFormat::path),
        labels == null ? Labels.none() : labels,
        fields.objectIfSet("source", SnapshotFormat::source));
  }

  static JsonObject write(Provisioned provisioned) {
    return new JsonObject()
        .put("state", provisioned.state())
        .put("since", provisioned.since())
        .put("reason", provisioned.reason(), VolumeFormat::write)
        .put("permanent", provisioned.permanent())
        .put("capacityBytes", provisioned.capacityBytes())
        .put("enforcement", provisioned.enforcement())
        .put("details", provisioned.details())
        .put("growth", provisioned.growth(), VolumeFormat::write);
  }

  static Provisioned provisioned(JsonFields fields) {
    return new Provisioned(
        fields.constant("state", ProvisioningState.class),
        fields.time("since"),
        fields.objectIfSet("reason", VolumeFormat::reason),
        fields.flag("permanent"),
        fields.numberIfSet("capacityBytes"),
        fields.constant("enforcement", SizeEnforcement.class),
        fields.texts("details"),
        fields.objectIfSet("growth", VolumeFormat::growth));
  }

  private static JsonObject write(Growth growth) {
    return new JsonObject()
        .put("phase", growth.phase())
        .put("toBytes", growth.toBytes())
        .put("mounted", growth.mounted());
  }

  private static Growth growth(JsonFields fields) {
    return new Growth(
        fields.constant("phase", Growth.Phase.class),
        fields.number("toBytes"),
        fields.flag("mounted"));
  }

  private static JsonObject write(StatusReason reason) {
    return new JsonObject()
        .put("reason", reason.reason())
        .put("raw", reason.raw())
        .put("since", reason.since());
  }

  private static StatusReason reason(JsonFields fields) {
    return new StatusReason(
        fields.constant("reason", Reason.class), fields.text("raw"), fields.time("since"));
  }
}
