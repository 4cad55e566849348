package dev.mooring.cli.internal.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.json.ConditionJson;
import dev.mooring.cli.internal.json.CostJson;
import dev.mooring.cli.internal.json.DescriptionJson;
import dev.mooring.cli.internal.json.ErrorJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.OperationJson;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.output.ConditionText;
import dev.mooring.cli.internal.output.Fields;
import dev.mooring.cli.internal.output.PlanText;
import dev.mooring.cli.internal.output.Style;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.cost.Cost;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.error.Holder;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.SizeChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A volume with all that is known of it.
 *
 * @param volume the volume
 * @param described what its backend shows of it
 * @param price what it costs in 30 days; empty when nobody can know
 */
record Description(SizedVolume<?> volume, VolumeDescription described, Optional<Cost> price) {
  /** One thing that happened, and in which operation. */
  private record Event(Operation<?> operation, OperationEvent event) {}

  /** As JSON: the volume, and more. */
  ObjectNode json() {
    ObjectNode json =
        ConditionJson.addTo(VolumeJson.of(volume), described.health(), described.usage());
    json.set("holders", ErrorJson.holders(holders()));
    json.set("price", price.map(CostJson::of).orElse(null));
    json.set(
        "sizes",
        Json.array(
            volume.sizes(),
            change ->
                Json.object()
                    .put("since", change.since().toString())
                    .put("sizeBytes", change.size().bytes())));
    json.set("operations", Json.array(volume.operations(), OperationJson::of));
    json.set(
        "events",
        Json.array(
            events(),
            event ->
                OperationJson.of(event.event()).put("operation", event.operation().id().value())));
    return DescriptionJson.addTo(json, described);
  }

  /** For people. */
  String text(Style style) {
    StringBuilder text =
        new StringBuilder(
            VolumeText.of(
                volume,
                style,
                fields ->
                    ConditionText.add(
                        fields, described.health(), described.usage(), described.usageNote())));
    described
        .contactIfSet()
        .ifPresent(contact -> text.append(new Fields(style).add("whom to ask", contact)));
    text.append(style.bold("Holders")).append('\n');
    holders().forEach(holder -> text.append("  ").append(holder).append('\n'));
    if (volume.attachments().isEmpty()) {
      text.append("  none\n");
    }
    price.ifPresent(cost -> text.append(PlanText.of(cost, style)));
    text.append(style.bold("Sizes")).append('\n');
    for (SizeChange change : volume.sizes()) {
      text.append("  ").append(Words.time(change.since())).append(' ').append(change.size());
      text.append('\n');
    }
    text.append(style.bold("Operations")).append('\n');
    for (Operation<?> operation : volume.operations()) {
      text.append("  ").append(operation.id()).append(' ').append(operation.state()).append('\n');
    }
    text.append(style.bold("Events")).append('\n');
    for (Event event : events()) {
      text.append("  ")
          .append(Words.time(event.event().at()))
          .append(' ')
          .append(event.operation().type().word())
          .append(": ")
          .append(event.event().state())
          .append(event.event().detail().isEmpty() ? "" : ", " + event.event().detail())
          .append('\n');
    }
    return text.append(BackendText.of(described, style)).toString();
  }

  private List<Holder> holders() {
    return volume.attachments().stream()
        .map(
            attachment ->
                new Holder(
                    attachment.target().kind().word(),
                    attachment.target().name(),
                    attachment.state().name().toLowerCase(Locale.ROOT),
                    attachment.since(),
                    attachment.live()))
        .toList();
  }

  private List<Event> events() {
    return volume.operations().stream()
        .flatMap(
            operation -> operation.history().stream().map(event -> new Event(operation, event)))
        .toList();
  }
}
