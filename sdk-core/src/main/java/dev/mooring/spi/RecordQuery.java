package dev.mooring.spi;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list.
 *
 * @param index entries that must all be equal; see {@link Index}
 * @param limit at most so many records in a page; at least 1
 * @param continueFrom the token of the page before, or null for the first
 */
public record RecordQuery(Map<String, String> index, int limit, @Nullable String continueFrom) {
  /** Copies and checks. */
  public RecordQuery {
    index = Map.copyOf(index);
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit);
    }
  }

  /** The first page, of at most 500 records, of those with these entries. */
  public static RecordQuery where(Map<String, String> index) {
    return new RecordQuery(index, 500, null);
  }

  /** The page after. */
  public RecordQuery next(String token) {
    return new RecordQuery(index, limit, Objects.requireNonNull(token, "token"));
  }
}
