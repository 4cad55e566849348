package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;

/** A plan: what would change, and what it costs. */
public final class PlanJson {
  private PlanJson() {}

  /** A plan. */
  public static ObjectNode of(Plan<?> plan) {
    ObjectNode json = Json.object();
    json.set("changes", Json.array(plan.changes(), PlanJson::of));
    json.set("warnings", Json.array(plan.warnings(), PlanJson::of));
    json.set("violations", Json.array(plan.violations(), PlanJson::of));
    json.set("cost", CostJson.of(plan.cost()));
    return json;
  }

  private static ObjectNode of(Change change) {
    return Json.object()
        .put("action", change.action())
        .put("resource", change.resource())
        .put("detail", change.detail());
  }

  /** A warning. */
  public static ObjectNode of(Warning warning) {
    return Json.object()
        .put("code", warning.code())
        .put("resource", warning.resource())
        .put("message", warning.message());
  }

  /** A violation. */
  public static ObjectNode of(Violation violation) {
    return Json.object()
        .put("field", violation.field())
        .put("message", violation.message())
        .put("suggestion", violation.suggestion())
        .put("code", violation.code().name());
  }
}
