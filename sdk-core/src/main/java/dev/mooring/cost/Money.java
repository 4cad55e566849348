package dev.mooring.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount of a currency, exact. Amounts of two currencies cannot be added. Equal when currency
 * and numeric value are equal, whatever the scale.
 *
 * @param amount the amount
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  private static final int LONGEST = 60;
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

  /** Strips the scale, so that 1.0 equals 1.00. */
  public Money {
    Objects.requireNonNull(currency, "currency");
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  /**
   * An amount from its decimal form of at most 60 characters and the ISO 4217 code, for example
   * {@code "0.10", "USD"}.
   *
   * @throws IllegalArgumentException when it is no decimal number, or no such currency
   */
  public static Money of(String amount, String currencyCode) {
    if (amount.length() > LONGEST || !DECIMAL.matcher(amount).matches()) {
      throw new IllegalArgumentException("not an amount: a decimal number like 0.10 is expected");
    }
    return new Money(new BigDecimal(amount), currency(currencyCode));
  }

  /** Java's own error quotes what it was given, which must not reach a terminal as it is. */
  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a currency: an ISO 4217 code like USD is expected");
    }
  }

  /** Nothing of a currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * The sum, exact.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(other.in(currency).amount), currency);
  }

  /**
   * The difference, exact; may be negative.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money minus(Money other) {
    return new Money(amount.subtract(other.in(currency).amount), currency);
  }

  /** The amount times a factor, exact. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** Rounded to the currency's own digits, half up: 2 for USD, 0 for JPY. */
  public Money rounded() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(amount.setScale(digits, RoundingMode.HALF_UP), currency);
  }

  private Money in(Currency wanted) {
    if (!currency.equals(wanted)) {
      throw new IllegalArgumentException(
          "cannot add " + currency.getCurrencyCode() + " to " + wanted.getCurrencyCode());
    }
    return this;
  }

  /** The amount, not rounded, as a plain decimal with at least the currency's digits: 10.00. */
  public String toDecimal() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return amount
        .setScale(Math.max(digits, amount.scale()), RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /**
   * Compares the amounts.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.in(currency).amount);
  }

  /** Amount and code, for example {@code 10.00 USD}. */
  @Override
  public String toString() {
    return toDecimal() + " " + currency.getCurrencyCode();
  }
}
