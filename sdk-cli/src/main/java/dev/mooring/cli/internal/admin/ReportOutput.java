package dev.mooring.cli.internal.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.ClassReport;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.PlanJson;
import dev.mooring.cli.internal.output.Fields;
import dev.mooring.cli.internal.output.Style;

/** What was found of a storage class. */
final class ReportOutput {
  private ReportOutput() {}

  /** As JSON. */
  static ObjectNode json(ClassReport report) {
    ObjectNode json =
        Json.object()
            .put("name", report.name())
            .put("provisioner", report.provisioner())
            .put("driver", report.driver())
            .put("sound", report.isSound());
    json.set("abilities", Json.map(report.abilities()));
    json.set("violations", Json.array(report.violations(), PlanJson::of));
    json.set("warnings", Json.array(report.warnings(), PlanJson::of));
    return json;
  }

  /** For people. */
  static String text(ClassReport report, Style style) {
    Fields fields = new Fields(style);
    fields.add("class", report.name());
    fields.add("provisioner", report.provisioner());
    fields.add("driver", report.driver());
    report.abilities().forEach(fields::add);
    report.violations().forEach(v -> fields.add("violation", style.bad(v.toString())));
    report.warnings().forEach(w -> fields.add("warning", style.warning(w.toString())));
    fields.add("sound", report.isSound() ? "yes, as far as could be checked" : "no");
    return fields.toString();
  }
}
