package dev.mooring.internal.codec;

import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;

/** Records of targets as JSON. */
final class TargetFormat {
  private TargetFormat() {}

  static JsonObject write(TargetRecord record) {
    return new JsonObject()
        .put("key", record.key())
        .put("version", record.version())
        .put("createdAt", record.createdAt())
        .put("account", record.account())
        .put("target", write(record.target()))
        .put("token", record.token())
        .put("graceUntil", record.graceUntil())
        .put("seen", record.seen())
        .put("ownerUid", record.ownerUid())
        .put("mounts", record.mounts().stream().map(TargetFormat::write).toList())
        .put("scratch", record.scratch().stream().map(TargetFormat::write).toList())
        .put("operations", OperationFormat.write(record.operations()));
  }

  static TargetRecord read(JsonFields fields) {
    return new TargetRecord(
        fields.text("key"),
        fields.text("version"),
        fields.time("createdAt"),
        fields.text("account"),
        fields.object("target", TargetFormat::target),
        fields.text("token"),
        fields.time("graceUntil"),
        fields.timeIfSet("seen"),
        fields.textIfSet("ownerUid"),
        fields.list("mounts", TargetFormat::mount),
        fields.list("scratch", TargetFormat::scratch),
        fields.list("operations", OperationFormat::read));
  }

  private static JsonObject write(Target target) {
    return new JsonObject()
        .put("kind", target.kind())
        .put("name", target.name())
        .put("region", target.region())
        .put("namespace", target.namespace());
  }

  private static Target target(JsonFields fields) {
    return new Target(
        fields.constant("kind", TargetKind.class),
        fields.text("name"),
        fields.textIfSet("region"),
        fields.textIfSet("namespace"));
  }

  private static JsonObject write(TargetMount mount) {
    return new JsonObject()
        .put("volumeKey", mount.volumeKey())
        .put("volumeId", ValueFormat.value(mount.volumeId().value()))
        .put("kind", mount.kind())
        .put("name", mount.name())
        .put("path", ValueFormat.write(mount.path()))
        .put("readOnly", mount.readOnly())
        .put("state", mount.state())
        .put("since", mount.since());
  }

  private static TargetMount mount(JsonFields fields) {
    return new TargetMount(
        fields.text("volumeKey"),
        fields.object("volumeId", ValueFormat::volumeId),
        fields.constant("kind", VolumeKind.class),
        fields.text("name"),
        fields.object("path", ValueFormat::path),
        fields.flag("readOnly"),
        fields.constant("state", MountState.class),
        fields.time("since"));
  }

  private static JsonObject write(ScratchMount scratch) {
    return new JsonObject()
        .put("size", new JsonObject().put("bytes", scratch.size().bytes()))
        .put("path", ValueFormat.write(scratch.path()));
  }

  private static ScratchMount scratch(JsonFields fields) {
    return new ScratchMount(
        fields.object("size", size -> new Capacity(size.number("bytes"))),
        fields.object("path", ValueFormat::path));
  }
}
