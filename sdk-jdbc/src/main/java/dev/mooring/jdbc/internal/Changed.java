package dev.mooring.jdbc.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that changed, with the newest state of its record.
 *
 * @param key the key
 * @param record the record as it is now, or null when it is gone
 * @param <R> the type of record
 */
record Changed<R>(String key, @Nullable R record) {
  Optional<R> now() {
    return Optional.ofNullable(record);
  }
}
