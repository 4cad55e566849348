package dev.mooring.internal.codec;

import dev.mooring.access.Owner;
import dev.mooring.filesystem.ShareState;
import dev.mooring.operation.OperationId;
import dev.mooring.spi.Claim;
import dev.mooring.spi.Custody;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.Trash;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.SizeChange;
import dev.mooring.volume.VolumeId;
import java.util.List;

/** Small values of several records as JSON. */
final class ValueFormat {
  private ValueFormat() {}

  /** An object of one text, as ids and paths are. */
  static JsonObject value(String text) {
    return new JsonObject().put("value", text);
  }

  static JsonObject write(MountPath path) {
    return value(path.value());
  }

  static MountPath path(JsonFields fields) {
    return new MountPath(fields.text("value"));
  }

  static VolumeId volumeId(JsonFields fields) {
    return new VolumeId(fields.text("value"));
  }

  static JsonObject write(Owner owner) {
    return new JsonObject().put("kind", owner.kind()).put("name", owner.name());
  }

  static Owner owner(JsonFields fields) {
    return new Owner(fields.constant("kind", Owner.Kind.class), fields.text("name"));
  }

  static JsonObject write(Claim claim) {
    return new JsonObject()
        .put("targetKey", claim.targetKey())
        .put("target", claim.target())
        .put("token", claim.token())
        .put("since", claim.since());
  }

  static Claim claim(JsonFields fields) {
    return new Claim(
        fields.text("targetKey"),
        fields.text("target"),
        fields.text("token"),
        fields.time("since"));
  }

  static JsonObject write(Custody custody) {
    return new JsonObject()
        .put("adoptedSince", custody.adoptedSince())
        .put("protectedSince", custody.protectedSince())
        .put("registered", custody.registered());
  }

  static Custody custody(JsonFields fields) {
    return new Custody(
        fields.timeIfSet("adoptedSince"),
        fields.timeIfSet("protectedSince"),
        fields.flag("registered"));
  }

  static JsonObject write(Trash trash) {
    return new JsonObject().put("since", trash.since()).put("until", trash.until());
  }

  static List<JsonObject> write(List<SizeChange> sizes) {
    return sizes.stream()
        .map(
            change ->
                new JsonObject()
                    .put("since", change.since())
                    .put("size", new JsonObject().put("bytes", change.size().bytes())))
        .toList();
  }

  static SizeChange size(JsonFields fields) {
    return new SizeChange(
        fields.time("since"),
        fields.object("size", size -> Capacity.ofBytes(size.number("bytes"))));
  }

  static List<JsonObject> writeShares(List<ShareRecord> shares) {
    return shares.stream()
        .map(
            share ->
                new JsonObject()
                    .put("id", share.id())
                    .put("namespace", share.namespace())
                    .put("claim", share.claim())
                    .put("readOnly", share.readOnly())
                    .put("state", share.state())
                    .put("since", share.since())
                    .put("operation", value(share.operation().value())))
        .toList();
  }

  static ShareRecord share(JsonFields fields) {
    return new ShareRecord(
        fields.text("id"),
        fields.text("namespace"),
        fields.text("claim"),
        fields.flag("readOnly"),
        fields.constant("state", ShareState.class),
        fields.time("since"),
        fields.object("operation", id -> new OperationId(id.text("value"))));
  }

  static Trash trash(JsonFields fields) {
    return new Trash(fields.time("since"), fields.time("until"));
  }
}
