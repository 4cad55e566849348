package dev.mooring.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How bytes are kept more than once.
 *
 * @param scheme as whole copies, or erasure-coded
 * @param data how many pieces hold the data itself: 1 for copies, k of k+m
 * @param coding how many pieces there are more: the copies beside the first, m of k+m
 */
public record Redundancy(Scheme scheme, int data, int coding) {
  private static final Pattern CODE = Pattern.compile("([0-9]{1,3}) *\\+ *([0-9]{1,3})");
  private static final int MOST = 255;

  /** How bytes are kept more than once. */
  public enum Scheme {
    /** Whole copies. */
    REPLICAS("replicas"),
    /** k pieces of data and m of code, of which any k are enough. */
    ERASURE("erasure");

    private final String word;

    Scheme(String word) {
      this.word = word;
    }

    /** The word in the configuration and in JSON. */
    public String word() {
      return word;
    }
  }

  /**
   * Checks.
   *
   * @throws IllegalArgumentException when the numbers make no redundancy
   */
  public Redundancy {
    Objects.requireNonNull(scheme, "scheme");
    if (data < 1 || coding < 0 || data + coding > MOST) {
      throw new IllegalArgumentException("must have 1 to " + MOST + " pieces");
    }
    if (scheme == Scheme.REPLICAS && data != 1) {
      throw new IllegalArgumentException("each replica holds all data");
    }
  }

  /**
   * So many whole copies.
   *
   * @param copies 1 to 255; 1 is no redundancy
   * @throws IllegalArgumentException when it is another number
   */
  public static Redundancy replicas(int copies) {
    return new Redundancy(Scheme.REPLICAS, 1, copies - 1);
  }

  /**
   * Erasure-coded: any k of k+m pieces are enough.
   *
   * @throws IllegalArgumentException when there are none, or more than 255
   */
  public static Redundancy erasure(int k, int m) {
    return new Redundancy(Scheme.ERASURE, k, m);
  }

  /**
   * Reads {@code 4+2}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Redundancy parseErasure(String text) {
    Matcher code = CODE.matcher(text.strip());
    if (!code.matches()) {
      throw new IllegalArgumentException("must be k+m, like 4+2");
    }
    return erasure(Integer.parseInt(code.group(1)), Integer.parseInt(code.group(2)));
  }

  /** How many pieces may be lost before data are. */
  public int toleratedFailures() {
    return coding;
  }

  /** How many raw bytes one usable byte takes, to three digits: 3 copies take 3, 4+2 takes 1.5. */
  public BigDecimal rawPerUsable() {
    return BigDecimal.valueOf((long) data + coding)
        .divide(BigDecimal.valueOf(data), 3, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  /** For example {@code 3 replicas} or {@code erasure 4+2}. */
  @Override
  public String toString() {
    return switch (scheme) {
      case REPLICAS -> coding == 0 ? "one copy" : (coding + 1) + " replicas";
      case ERASURE -> "erasure " + data + "+" + coding;
    };
  }
}
