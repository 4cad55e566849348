package dev.mooring.volume;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size with an explicit unit: GB = 10<sup>9</sup> bytes, GiB = 2<sup>30</sup> bytes. Two
 * capacities of equal bytes are equal, whatever unit they were said in.
 *
 * @param bytes the size in bytes; never negative
 */
public record Capacity(long bytes) implements Comparable<Capacity> {
  /** Bytes in a GB. */
  public static final long GB = 1_000_000_000L;

  /** Bytes in a GiB. */
  public static final long GIB = 1L << 30;

  /** Bytes in a TB. */
  public static final long TB = 1000 * GB;

  /** Bytes in a TiB. */
  public static final long TIB = 1L << 40;

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,19})(?:\\.([0-9]{1,12}))?\\s?([A-Za-z]{0,3})");

  /** Checks that the size is not negative. */
  public Capacity {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size cannot be negative: " + bytes + " bytes");
    }
  }

  /**
   * A number of GB, 10<sup>9</sup> bytes each.
   *
   * @throws IllegalArgumentException when it is negative, or 2<sup>63</sup> bytes or more
   */
  public static Capacity gb(long number) {
    return of(number, GB);
  }

  /**
   * A number of GiB, 2<sup>30</sup> bytes each.
   *
   * @throws IllegalArgumentException when it is negative, or 2<sup>63</sup> bytes or more
   */
  public static Capacity gib(long number) {
    return of(number, GIB);
  }

  /**
   * A number of TB, 10<sup>12</sup> bytes each.
   *
   * @throws IllegalArgumentException when it is negative, or 2<sup>63</sup> bytes or more
   */
  public static Capacity tb(long number) {
    return of(number, TB);
  }

  /**
   * A number of TiB, 2<sup>40</sup> bytes each.
   *
   * @throws IllegalArgumentException when it is negative, or 2<sup>63</sup> bytes or more
   */
  public static Capacity tib(long number) {
    return of(number, TIB);
  }

  /**
   * An exact number of bytes, as backends tell it.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public static Capacity ofBytes(long bytes) {
    return new Capacity(bytes);
  }

  private static Capacity of(long number, long unit) {
    try {
      return new Capacity(Math.multiplyExact(number, unit));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a size of " + number + " units of " + unit + " bytes is more than 2^63 bytes", e);
    }
  }

  /**
   * Reads {@code 100GB}, {@code 1.5TiB}, {@code 500 MB}: a decimal number, at most one space, then
   * B, kB, MB, GB, TB, PB (powers of 1000) or KiB, MiB, GiB, TiB, PiB (powers of 1024), in any
   * case.
   *
   * @throws IllegalArgumentException with the two readings for a bare number, and otherwise with
   *     what is allowed; also when it is no whole number of bytes below 2<sup>63</sup>
   */
  public static Capacity parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.length() > 40 || !matcher.matches()) {
      throw new IllegalArgumentException(
          "not a size: a number with its unit, like 100GB or 100GiB, is expected");
    }
    String unit = matcher.group(3);
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(
          "the unit is missing: " + text.strip() + "GB or " + text.strip() + "GiB?");
    }
    String fraction = matcher.group(2) == null ? "" : "." + matcher.group(2);
    BigDecimal number = new BigDecimal(matcher.group(1) + fraction);
    BigInteger bytes;
    try {
      bytes = number.multiply(new BigDecimal(factor(unit))).toBigIntegerExact();
      return new Capacity(bytes.longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not a whole number of bytes below 2^63: " + text, e);
    }
  }

  private static BigInteger factor(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "b" -> BigInteger.ONE;
      case "kb" -> BigInteger.TEN.pow(3);
      case "mb" -> BigInteger.TEN.pow(6);
      case "gb" -> BigInteger.TEN.pow(9);
      case "tb" -> BigInteger.TEN.pow(12);
      case "pb" -> BigInteger.TEN.pow(15);
      case "kib" -> BigInteger.TWO.pow(10);
      case "mib" -> BigInteger.TWO.pow(20);
      case "gib" -> BigInteger.TWO.pow(30);
      case "tib" -> BigInteger.TWO.pow(40);
      case "pib" -> BigInteger.TWO.pow(50);
      default ->
          throw new IllegalArgumentException(
              "'" + unit + "' is no unit: B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB and PiB are");
    };
  }

  /** The size in GB, exactly. */
  public BigDecimal inGb() {
    return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(GB));
  }

  /** The size in GiB, exactly. */
  public BigDecimal inGib() {
    return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(GIB));
  }

  @Override
  public int compareTo(Capacity other) {
    return Long.compare(bytes, other.bytes);
  }

  /**
   * The shortest exact form with a unit, which {@link #parse} reads, for example {@code 100GB},
   * {@code 100GiB}, {@code 1B}.
   */
  @Override
  public String toString() {
    String[] units = {"TB", "TiB", "GB", "GiB", "MB", "MiB", "kB", "KiB"};
    String best = bytes + "B";
    for (String unit : units) {
      long factor = factor(unit).longValueExact();
      if (bytes > 0 && bytes % factor == 0) {
        String form = bytes / factor + unit;
        if (form.length() < best.length()) {
          best = form;
        }
      }
    }
    return best;
  }
}
