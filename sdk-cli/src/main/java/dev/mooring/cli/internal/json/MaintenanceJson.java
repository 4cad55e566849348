package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.maintenance.MaintainedSnapshot;
import dev.mooring.maintenance.MaintenanceFailure;
import dev.mooring.maintenance.MaintenanceReport;

/** What maintenance did. */
public final class MaintenanceJson {
  private MaintenanceJson() {}

  /** A report. */
  public static ObjectNode of(MaintenanceReport report) {
    ObjectNode json = Json.object();
    json.set("taken", Json.array(report.taken(), MaintenanceJson::of));
    json.set("deleted", Json.array(report.deleted(), MaintenanceJson::of));
    json.set("kept", Json.array(report.kept(), MaintenanceJson::of));
    json.set("failed", Json.array(report.failed(), MaintenanceJson::of));
    json.set("recovery", OperationJson.of(report.recovery()));
    return json;
  }

  private static ObjectNode of(MaintainedSnapshot snapshot) {
    ObjectNode json =
        Json.object()
            .put("id", snapshot.id().value())
            .put("name", snapshot.name())
            .put("volume", snapshot.volume().toString())
            .put("region", snapshot.region())
            .put("scheduledAt", snapshot.scheduledAt().toString());
    json.set("reasons", Json.texts(snapshot.reasons()));
    return json;
  }

  private static ObjectNode of(MaintenanceFailure failure) {
    return Json.object()
        .put("region", failure.region())
        .put("resource", failure.resource())
        .put("code", failure.code().name())
        .put("message", failure.message());
  }
}
