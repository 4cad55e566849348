package dev.mooring.internal.codec;

import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.volume.Reason;
import java.util.List;

/** Operations as JSON. */
final class OperationFormat {
  private OperationFormat() {}

  static List<JsonObject> write(List<OperationRecord> operations) {
    return operations.stream().map(OperationFormat::write).toList();
  }

  private static JsonObject write(OperationRecord operation) {
    return new JsonObject()
        .put("id", ValueFormat.value(operation.id().value()))
        .put("type", operation.type())
        .put("state", operation.state())
        .put("startedAt", operation.startedAt())
        .put("events", operation.events().stream().map(OperationFormat::write).toList())
        .put("failure", operation.failure())
        .put("raw", operation.raw());
  }

  private static JsonObject write(OperationEvent event) {
    return new JsonObject()
        .put("at", event.at())
        .put("state", event.state())
        .put("detail", event.detail());
  }

  static OperationRecord read(JsonFields fields) {
    return new OperationRecord(
        fields.object("id", id -> new OperationId(id.text("value"))),
        fields.constant("type", OperationType.class),
        fields.constant("state", OperationState.class),
        fields.time("startedAt"),
        fields.list("events", OperationFormat::event),
        fields.constantIfSet("failure", Reason.class),
        fields.textIfSet("raw"));
  }

  private static OperationEvent event(JsonFields fields) {
    return new OperationEvent(fields.time("at"), fields.text("state"), fields.text("detail"));
  }
}
