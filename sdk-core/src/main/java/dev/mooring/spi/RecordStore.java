package dev.mooring.spi;

import java.util.Optional;

/**
 * Versioned records of one type, of one account in one region. All that core knows about
 * idempotency, claims, intents and recovery rests on these methods, so their edge cases are part of
 * the contract. Thread-safe; safe for several processes at once; every change is atomic and durable
 * when the call returns. A store never shows records of another account.
 *
 * <p>Every method throws {@link dev.mooring.error.UnavailableException} when the backend cannot be
 * asked and nothing changed, and {@link dev.mooring.error.OutcomeUnknownException} when a change
 * may or may not have happened; {@link dev.mooring.error.AccessDeniedException} when the backend
 * refuses.
 *
 * @param <R> the type of record
 */
public interface RecordStore<R extends StoredRecord> {
  /**
   * Stores a record unless one with its key exists. Asks first and writes only if absent, so that a
   * record which exists does not count against a quota for a moment.
   *
   * @param record its version is ignored
   * @return the stored record with version and creation time, or the one that was there, also when
   *     that one is being deleted
   * @throws dev.mooring.error.QuotaExceededException when the region's quota refuses it; nothing
   *     was stored
   */
  Created<R> create(R record);

  /** The record with this key as it is now, read from the source and not from a cache. */
  Optional<R> get(String key);

  /**
   * Compare-and-swap: replaces the record if the stored version equals {@code record.version()}.
   *
   * @return the record as stored, with its new version; empty when the version differs or the
   *     record is gone: read again and decide anew
   */
  Optional<R> swap(R record);

  /**
   * Deletes the record if the stored version equals {@code record.version()} and it is the same
   * incarnation.
   *
   * @return true when the record is deleted, begins to be deleted, or was gone already; false when
   *     the version differs: read again and decide anew
   */
  boolean delete(R record);

  /** A page of records, ordered by key. A page may hold fewer than the limit. */
  RecordPage<R> list(RecordQuery query);

  /**
   * Watches all records of this store. When the call returns, every later change will be reported,
   * at least once, the newest state of a record last; intermediate states may be left out. Events
   * come on a thread of the store, one after the other; listeners return quickly.
   *
   * @return closes the watch; {@link RecordListener#closed} is not called for that
   */
  Watch watch(RecordListener<R> listener);

  /** A watch that can be closed; closing twice is allowed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
