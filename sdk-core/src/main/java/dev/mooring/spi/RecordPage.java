package dev.mooring.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of records.
 *
 * @param records the records, ordered by key
 * @param continueFrom the token of the next page, or null after the last
 * @param <R> the type of record
 */
public record RecordPage<R extends StoredRecord>(List<R> records, @Nullable String continueFrom) {
  /** Copies. */
  public RecordPage {
    records = List.copyOf(records);
  }

  /** The token of the next page, opaque; empty after the last. */
  public Optional<String> next() {
    return Optional.ofNullable(continueFrom);
  }
}
