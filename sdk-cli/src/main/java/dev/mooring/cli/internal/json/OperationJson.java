package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.RecoveryReport;

/** An operation, and the report of a recovery. */
public final class OperationJson {
  private OperationJson() {}

  /** An operation. */
  public static ObjectNode of(Operation<?> operation) {
    OperationId id = operation.id();
    ObjectNode json =
        Json.object()
            .put("id", id.value())
            .put("type", operation.type().word())
            .put("resource", id.kind() + "/" + id.name())
            .put("region", id.region())
            .put("state", operation.state().name());
    json.set(
        "progress",
        Json.object()
            .put("fraction", operation.progress().fraction())
            .put("step", operation.progress().step()));
    json.put("startedAt", operation.startedAt().toString());
    json.set("history", Json.array(operation.history(), OperationJson::of));
    json.set("warnings", Json.array(operation.warnings(), PlanJson::of));
    return json;
  }

  /** One thing that happened. */
  public static ObjectNode of(OperationEvent event) {
    return Json.object()
        .put("at", event.at().toString())
        .put("state", event.state())
        .put("detail", event.detail());
  }

  /** What a recovery did. */
  public static ObjectNode of(RecoveryReport report) {
    ObjectNode json = Json.object().put("examined", report.examined());
    json.set("completed", Json.texts(report.completed()));
    json.set("undone", Json.texts(report.undone()));
    json.set("pending", Json.texts(report.pending()));
    json.set("released", Json.texts(report.released()));
    return json;
  }
}
