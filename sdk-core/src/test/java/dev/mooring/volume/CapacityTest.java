package dev.mooring.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
  private static final Map<String, BigInteger> UNITS =
      Map.of(
          "B", BigInteger.ONE,
          "kB", new BigInteger("1000"),
          "MB", new BigInteger("1000000"),
          "GB", new BigInteger("1000000000"),
          "TB", new BigInteger("1000000000000"),
          "KiB", new BigInteger("1024"),
          "MiB", new BigInteger("1048576"),
          "GiB", new BigInteger("1073741824"),
          "TiB", new BigInteger("1099511627776"),
          "PiB", new BigInteger("1125899906842624"));

  @Property(tries = 3000)
  void what_is_written_is_read_again(@ForAll("sizes") Capacity size) {
    assertThat(Capacity.parse(size.toString())).isEqualTo(size);
  }

  @Property(tries = 3000)
  void what_is_written_is_the_shortest_of_the_exact_forms(@ForAll("sizes") Capacity size) {
    BigInteger bytes = BigInteger.valueOf(size.bytes());
    int shortest =
        Stream.of("B", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB")
            .filter(unit -> unit.equals("B") || bytes.signum() > 0)
            .filter(unit -> bytes.mod(UNITS.getOrDefault(unit, bytes)).signum() == 0)
            .mapToInt(unit -> (bytes.divide(UNITS.getOrDefault(unit, bytes)) + unit).length())
            .min()
            .orElseThrow();
    assertThat(size.toString()).hasSize(shortest);
  }

  @Provide
  Arbitrary<Capacity> sizes() {
    Arbitrary<Long> round =
        Combinators.combine(
                Arbitraries.longs().between(0, 9_000),
                Arbitraries.of(1L, 1000L, Capacity.GB, Capacity.GIB, Capacity.TB, 1L << 20))
            .as((number, unit) -> number * unit);
    return Arbitraries.oneOf(round, Arbitraries.longs().greaterOrEqual(0)).map(Capacity::new);
  }

  @Property(tries = 3000)
  void a_number_and_a_unit_are_their_product(
      @ForAll @LongRange(min = 0, max = 99_999) long whole,
      @ForAll @LongRange(min = 0, max = 999) long thousandths,
      @ForAll("units") String unit) {
    String text = whole + "." + String.format(Locale.ROOT, "%03d", thousandths) + unit;
    BigDecimal bytes =
        new BigDecimal(whole)
            .add(new BigDecimal(thousandths).movePointLeft(3))
            .multiply(new BigDecimal(UNITS.getOrDefault(unit, BigInteger.ZERO)));
    boolean exact =
        bytes.stripTrailingZeros().scale() <= 0
            && bytes.compareTo(new BigDecimal(Long.MAX_VALUE)) <= 0;
    if (exact) {
      assertThat(BigDecimal.valueOf(Capacity.parse(text).bytes())).isEqualByComparingTo(bytes);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> Capacity.parse(text));
    }
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of(UNITS.keySet());
  }

  @Property(tries = 5000)
  void any_other_text_is_refused_without_another_error(@ForAll String text) {
    try {
      assertThat(Capacity.parse(text).bytes()).isNotNegative();
    } catch (IllegalArgumentException e) {
      assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100GB,   100000000000",
    "100GiB,  107374182400",
    "1.5TiB,  1649267441664",
    "500mb,   500000000",
    "0B,      0",
    "1 kB,    1000",
    "2PB,     2000000000000000",
  })
  void sizes_are_read(String text, long bytes) {
    assertThat(Capacity.parse(text).bytes()).isEqualTo(bytes);
  }

  @Test
  @DisplayName("a bare number is refused with its two readings")
  void bareNumber() {
    assertThatThrownBy(() -> Capacity.parse("100")).hasMessageContaining("100GB or 100GiB?");
  }

  @Test
  @DisplayName("sizes beyond 2^63 bytes and below 0 are refused, whoever makes them")
  void overflow() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> Capacity.gb(10_000_000_000L),
            () -> Capacity.gib(-1),
            () -> Capacity.tib(Long.MAX_VALUE),
            () -> Capacity.ofBytes(-1),
            () -> Capacity.parse("9999999999999PB"))) {
      assertThatIllegalArgumentException().isThrownBy(wrong::run);
    }
  }

  @Property
  void the_order_is_that_of_the_bytes(
      @ForAll("sizes") Capacity first, @ForAll("sizes") Capacity second) {
    assertThat(first.compareTo(second) == 0).isEqualTo(first.equals(second));
    assertThat(first.compareTo(second) < 0).isEqualTo(first.bytes() < second.bytes());
    assertThat(first.inGb().multiply(new BigDecimal(Capacity.GB)))
        .isEqualByComparingTo(BigDecimal.valueOf(first.bytes()));
    assertThat(first.inGib().multiply(new BigDecimal(Capacity.GIB)))
        .isEqualByComparingTo(BigDecimal.valueOf(first.bytes()));
  }
}
