package dev.mooring.profile;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a profile's backend keeps what is written, as its administrator declares it under {@code
 * durability}.
 *
 * @param data how data are kept, or null when that is not declared
 * @param metadata how metadata are kept, or null when that is not declared
 */
public record Durability(@Nullable Redundancy data, @Nullable Redundancy metadata) {
  /**
   * Checks.
   *
   * @throws IllegalArgumentException when nothing is declared
   */
  public Durability {
    if (data == null && metadata == null) {
      throw new IllegalArgumentException("a durability tells of data or metadata");
    }
  }

  /** How data are kept; empty when that is not declared. */
  public Optional<Redundancy> dataIfDeclared() {
    return Optional.ofNullable(data);
  }

  /** How metadata are kept; empty when that is not declared. */
  public Optional<Redundancy> metadataIfDeclared() {
    return Optional.ofNullable(metadata);
  }

  /**
   * How many failures it survives for certain: of data and metadata, the fewer; of what is
   * declared.
   */
  public int toleratedFailures() {
    int ofData = data == null ? Integer.MAX_VALUE : data.toleratedFailures();
    int ofMetadata = metadata == null ? Integer.MAX_VALUE : metadata.toleratedFailures();
    return Math.min(ofData, ofMetadata);
  }

  /**
   * How many raw bytes one usable byte of data takes; empty when that is not declared. Metadata are
   * small, and do not count.
   */
  public Optional<BigDecimal> rawPerUsable() {
    return dataIfDeclared().map(Redundancy::rawPerUsable);
  }

  /** For example {@code data erasure 4+2, metadata 3 replicas; survives 2 failures}. */
  @Override
  public String toString() {
    String words =
        (data == null ? "" : "data " + data)
            + (data == null || metadata == null ? "" : ", ")
            + (metadata == null ? "" : "metadata " + Objects.requireNonNull(metadata));
    int failures = toleratedFailures();
    return words + "; survives " + failures + (failures == 1 ? " failure" : " failures");
  }
}
