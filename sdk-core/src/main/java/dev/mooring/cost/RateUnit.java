package dev.mooring.cost;

import dev.mooring.volume.Capacity;
import java.math.BigDecimal;

/** What a rate is charged per. */
public enum RateUnit {
  /** Per GB, 10<sup>9</sup> bytes. */
  GB("GB", Capacity.GB),
  /** Per GiB, 2<sup>30</sup> bytes. */
  GIB("GiB", Capacity.GIB);

  private final String symbol;
  private final long bytes;

  RateUnit(String symbol, long bytes) {
    this.symbol = symbol;
    this.bytes = bytes;
  }

  /** The unit as it is written: {@code GB} or {@code GiB}. */
  public String symbol() {
    return symbol;
  }

  /** How many of this unit a size is, exactly. */
  public BigDecimal quantity(Capacity size) {
    return BigDecimal.valueOf(size.bytes()).divide(BigDecimal.valueOf(bytes));
  }
}
