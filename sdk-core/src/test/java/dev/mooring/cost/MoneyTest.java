package dev.mooring.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @Provide
  Arbitrary<Money> amounts() {
    return numbers().map(number -> new Money(number, USD));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
        .ofScale(6);
  }

  @Property
  void addition_is_commutative_associative_and_undone_by_subtraction(
      @ForAll("amounts") Money a, @ForAll("amounts") Money b, @ForAll("amounts") Money c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b).minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
    assertThat(a.plus(Money.zero(USD))).isEqualTo(a);
    assertThat(a.minus(a)).isEqualTo(Money.zero(USD));
  }

  @Property
  void multiplication_distributes_exactly(
      @ForAll("amounts") Money a, @ForAll("amounts") Money b, @ForAll("numbers") BigDecimal n) {
    assertThat(a.plus(b).times(n)).isEqualTo(a.times(n).plus(b.times(n)));
    assertThat(a.times(BigDecimal.ONE)).isEqualTo(a);
    assertThat(a.times(BigDecimal.ZERO)).isEqualTo(Money.zero(USD));
  }

  @Property
  void the_order_is_that_of_the_differences(
      @ForAll("amounts") Money a, @ForAll("amounts") Money b) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).amount().signum());
  }

  @Property
  void the_decimal_form_is_exact_and_has_the_digits_of_the_currency(@ForAll("amounts") Money a) {
    assertThat(Money.of(a.toDecimal(), "USD")).isEqualTo(a);
    assertThat(a.toDecimal()).matches("-?[0-9]+\\.[0-9]{2,}");
    assertThat(a.rounded().toDecimal())
        .isEqualTo(a.amount().setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  @Test
  @DisplayName("the scale does not count, the currency does")
  void equality() {
    assertThat(Money.of("1.0", "USD")).isEqualTo(Money.of("1.00", "USD"));
    assertThat(Money.of("0.00", "USD")).isEqualTo(Money.zero(USD));
    assertThat(Money.of("1", "USD")).isNotEqualTo(Money.of("1", "EUR"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")))
        .withMessageContaining("EUR")
        .withMessageContaining("USD");
  }

  @Test
  @DisplayName("amounts are shown with the digits of their currency")
  void shown() {
    assertThat(Money.of("10", "USD")).hasToString("10.00 USD");
    assertThat(Money.of("1E+2", "USD")).hasToString("100.00 USD");
    assertThat(Money.of("0.005", "USD")).hasToString("0.005 USD");
    assertThat(Money.of("0.005", "USD").rounded()).hasToString("0.01 USD");
    assertThat(Money.of("10.5", "JPY").rounded()).hasToString("11 JPY");
    assertThat(Money.of("1.2345", "BHD").rounded()).hasToString("1.235 BHD");
  }
}
