package dev.mooring.cli.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cost.Cost;
import dev.mooring.cost.CostLine;
import dev.mooring.cost.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cost in JSON:")
class CostJsonTest {
  private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-21T00:00:00Z");
  private static final CostLine PRICED =
      new CostLine(
          "drive/workspace",
          "capacity",
          new BigDecimal("1E+2"),
          "GB",
          Money.of("0.1", "USD"),
          Money.of("10", "USD"),
          Money.of("10", "USD"),
          "daily-30",
          "drive");
  private static final CostLine UNPRICED =
      new CostLine(
          "fs/data", "capacity", BigDecimal.TEN, "GB", null, null, null, "daily-30", "no rate");

  @Test
  @DisplayName("has the published shape, with amounts as decimal texts")
  void hasThePublishedShape() {
    assertThat(Json.write(CostJson.of(cost(PRICED))))
        .isEqualTo(
            """
            {
              "currency" : "USD",
              "total" : "10.00",
              "complete" : true,
              "period" : {
                "from" : "2026-11-21T00:00:00Z",
                "to" : "2026-12-21T00:00:00Z"
              },
              "lines" : [ {
                "volume" : "drive/workspace",
                "component" : "capacity",
                "quantity" : 100,
                "unit" : "GB",
                "unitPrice" : "0.10",
                "amount" : "10.00",
                "policy" : "daily-30",
                "source" : "drive",
                "missing" : false,
                "perMonth" : "10.00"
              } ],
              "perMonth" : "10.00"
            }
            """);
  }

  @Test
  @DisplayName("a missing price makes it incomplete, and nothing is 0.00")
  void missingPrice() {
    assertThat(CostJson.of(cost(UNPRICED)).toString())
        .contains("\"total\":null", "\"complete\":false", "\"missing\":true", "\"amount\":null")
        .doesNotContain("0.00");
    assertThat(CostJson.of(cost(PRICED, UNPRICED)).toString())
        .contains("\"total\":\"10.00\"", "\"complete\":false");
  }

  private static Cost cost(CostLine... lines) {
    return new Cost(Currency.getInstance("USD"), FROM, TO, List.of(lines));
  }
}
