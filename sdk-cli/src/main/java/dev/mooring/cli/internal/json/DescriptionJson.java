package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.describe.BackendEvent;
import dev.mooring.describe.Finding;
import dev.mooring.describe.VolumeDescription;

/** What a backend shows of a volume. */
public final class DescriptionJson {
  private DescriptionJson() {}

  /**
   * Adds whom to ask, the backend's terms, the findings and the backend's events to a volume's
   * document.
   */
  public static ObjectNode addTo(ObjectNode volume, VolumeDescription description) {
    volume.put("contact", description.contact());
    volume.put("terms", description.terms().isEmpty() ? null : description.terms());
    volume.put("usageNote", description.usageNote().isEmpty() ? null : description.usageNote());
    volume.set("findings", Json.array(description.findings(), DescriptionJson::of));
    volume.set("backendEvents", Json.array(description.events(), DescriptionJson::of));
    return volume;
  }

  private static ObjectNode of(Finding finding) {
    ObjectNode json =
        Json.object()
            .put("kind", finding.kind())
            .put("name", finding.name().isEmpty() ? null : finding.name())
            .put("sight", finding.sight().name())
            .put("words", finding.words());
    json.set("details", Json.map(finding.details()));
    return json;
  }

  private static ObjectNode of(BackendEvent event) {
    return Json.object()
        .put("about", event.about())
        .put("reason", event.reason())
        .put("message", event.message())
        .put("count", event.count())
        .put("first", event.first().toString())
        .put("last", event.last().toString());
  }
}
