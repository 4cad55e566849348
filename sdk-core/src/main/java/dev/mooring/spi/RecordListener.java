package dev.mooring.spi;

import org.jspecify.annotations.Nullable;

/**
 * Hears what happens to records.
 *
 * @param <R> the type of record
 */
public interface RecordListener<R extends StoredRecord> {
  /** A record was stored or changed, or what the backend knows about it changed (a reason, say). */
  void changed(R record);

  /** A record is gone. */
  void deleted(String key);

  /** The watch lives, without news: a bookmark, or a look that found nothing. */
  void alive();

  /**
   * The watch ended and reports nothing more: changes may be missed from now on. Core watches again
   * and reads again what it waits for.
   *
   * @param cause why, or null when it ended in order
   */
  void closed(@Nullable Throwable cause);
}
