package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.AuditBlindSpot;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditReport;
import dev.mooring.admin.AuditResult;

/** What an audit found, and what was done about it. */
public final class AuditJson {
  private AuditJson() {}

  /** A report. */
  public static ObjectNode of(AuditReport report) {
    ObjectNode json = Json.object().put("account", report.account());
    json.set("regions", Json.texts(report.regions()));
    json.set("findings", Json.array(report.findings(), AuditJson::of));
    json.set("unseen", Json.array(report.unseen(), AuditJson::of));
    return json;
  }

  /** What was done about a finding. */
  public static ObjectNode of(AuditResult result) {
    ObjectNode json = Json.object();
    json.set("finding", of(result.finding()));
    return json.put("done", result.words());
  }

  private static ObjectNode of(AuditFinding finding) {
    return Json.object()
        .put("id", finding.id())
        .put("kind", finding.kind().word())
        .put("region", finding.region())
        .put("resource", finding.resource())
        .put("since", Json.text(finding.sinceIfKnown()))
        .put("words", finding.words())
        .put("automatic", finding.action().automatic())
        .put("action", finding.action().words());
  }

  private static ObjectNode of(AuditBlindSpot spot) {
    return Json.object()
        .put("region", spot.region())
        .put("what", spot.what())
        .put("words", spot.words());
  }
}
