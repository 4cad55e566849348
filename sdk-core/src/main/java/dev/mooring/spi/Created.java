package dev.mooring.spi;

/**
 * The answer of create-if-absent.
 *
 * @param record the record as it is stored now
 * @param created true when this call stored it, false when one with the key was there already,
 *     whatever it says
 * @param <R> the type of record
 */
public record Created<R extends StoredRecord>(R record, boolean created) {}
