package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cost.Cost;
import dev.mooring.cost.CostLine;
import dev.mooring.cost.Money;
import org.jspecify.annotations.Nullable;

/** A cost. Amounts are decimal texts, so that no reader makes binary fractions of them. */
public final class CostJson {
  private CostJson() {}

  /** A cost. */
  public static ObjectNode of(Cost cost) {
    ObjectNode json =
        Json.object()
            .put("currency", cost.currency().getCurrencyCode())
            .put("total", amount(cost.total().known()))
            .put("complete", cost.complete());
    json.set(
        "period",
        Json.object().put("from", cost.from().toString()).put("to", cost.to().toString()));
    json.set("lines", Json.array(cost.lines(), CostJson::of));
    return json.put("perMonth", amount(cost.perMonth().known()));
  }

  private static ObjectNode of(CostLine line) {
    return Json.object()
        .put("volume", line.volume())
        .put("component", line.component())
        .put("quantity", line.quantity())
        .put("unit", line.unit())
        .put("unitPrice", amount(line.unitPrice()))
        .put("amount", amount(line.amount()))
        .put("policy", line.policy())
        .put("source", line.source())
        .put("missing", line.missing())
        .put("perMonth", amount(line.perMonth()));
  }

  private static @Nullable String amount(@Nullable Money money) {
    return money == null ? null : money.toDecimal();
  }
}
