package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.cost.Cost;
import dev.mooring.cost.CostLine;
import dev.mooring.cost.Money;
import dev.mooring.cost.PriceBook;
import dev.mooring.cost.Rate;
import dev.mooring.cost.RateUnit;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.operation.Plan;
import dev.mooring.volume.VolumeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices: exact, line by line, and never 0 where none is known. */
abstract class PricingContract extends Contract<CloudDrive, CreateDrive> {
  PricingContract() {
    super(Kind.DRIVE);
  }

  private StorageClient priced(PriceBook book) {
    return world.builder(world.account, fixture().backend(), region -> region).prices(book).build();
  }

  @Test
  void hundredGigabytesAtTenCentsCostTenForThirtyDays() {
    Cost cost = storage.prices().estimate(small("a").size(gb(100)), Duration.ofDays(30));
    assertThat(cost.total()).hasToString("10.00 USD");
    assertThat(cost.perMonth()).hasToString("10.00 USD");
    assertThat(cost.complete()).isTrue();
    CostLine line = cost.lines().get(0);
    assertThat(line.volume()).isEqualTo("drive/a");
    assertThat(line.unit()).isEqualTo("GB");
    assertThat(line.quantity()).isEqualByComparingTo(BigDecimal.valueOf(100));
    assertThat(line.unitPrice()).isEqualTo(Money.of("0.10", "USD"));
    assertThat(line.policy()).isEqualTo("daily-30");
  }

  @Test
  void aPartOfADayCostsTheWholeDay() {
    assertThat(storage.prices().estimate(small("a").size(gb(30)), Duration.ofMinutes(1)).total())
        .hasToString("0.10 USD");
  }

  @Test
  void aPlanCostsWhatTheEstimateSays() {
    assertThat(storage.cloudDrives().plan(small("a").size(gb(7))).cost().total())
        .isEqualTo(storage.prices().estimate(small("a").size(gb(7)), Duration.ofDays(30)).total());
  }

  @Test
  void aMissingPriceIsAMissingLineAndNeverNothing() {
    PriceBook empty =
        new PriceBook(Currency.getInstance("EUR"), PriceBook.standard().policy(), List.of());
    try (StorageClient unpriced = priced(empty)) {
      Plan<CloudDrive> plan = unpriced.cloudDrives().plan(small("a"));
      assertThat(plan.cost().complete()).isFalse();
      assertThat(plan.cost().lines()).singleElement().matches(CostLine::missing);
      assertThat(plan.cost().total().money()).isEmpty();
      assertThat(plan.apply().await(PATIENCE).name()).isEqualTo("a");
    }
  }

  @Test
  void theMostSpecificRateCounts() {
    String profile = fixture().profile().name();
    PriceBook book =
        new PriceBook(
            Currency.getInstance("USD"),
            PriceBook.standard().policy(),
            List.of(
                Rate.perMonth(VolumeKind.DRIVE, "0.10", RateUnit.GB),
                new Rate(VolumeKind.DRIVE, null, REGION, new BigDecimal("0.20"), RateUnit.GB),
                new Rate(VolumeKind.DRIVE, profile, null, new BigDecimal("0.30"), RateUnit.GB)));
    try (StorageClient client = priced(book)) {
      assertThat(client.cloudDrives().plan(small("a").size(gb(10))).cost().total())
          .hasToString("3.00 USD");
      assertThat(
              client.cloudDrives().plan(small("a").size(gb(10)).profile(World.KEPT)).cost().total())
          .hasToString("2.00 USD");
    }
  }

  @Test
  void aLaunchPricesEachOfItsDrives() {
    volume("workspace");
    Cost cost =
        storage
            .attachments()
            .to(instance("a"))
            .mount("workspace", "/workspace")
            .createDrive("db", gb(50), "/db")
            .plan()
            .cost();
    assertThat(cost.lines())
        .extracting(CostLine::volume)
        .containsExactlyInAnyOrder("drive/workspace", "drive/db");
    assertThat(cost.perMonth()).hasToString("5.10 USD");
  }
}
