package dev.mooring.spi;

/**
 * Keeps what makes names unique in an account over its regions: reservations, in the account's
 * home, and in every region which home that is. Core asks for it as soon as an account has more
 * than one region, and once per creation for the account's record; a backend without it can only
 * serve accounts of one region. Thread-safe.
 */
public interface Naming extends Ability {
  /** The reserved names; empty unless the region is the account's home. */
  RecordStore<NameRecord> names();

  /** The account's record: one at most. */
  RecordStore<AccountRecord> accounts();
}
