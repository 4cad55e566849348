package dev.mooring.embedded.internal;

import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;

/**
 * Reserved names and the account's record, among the other records.
 *
 * @param names the reserved names
 * @param accounts the account's record
 */
record EmbeddedNaming(RecordStore<NameRecord> names, RecordStore<AccountRecord> accounts)
    implements Naming {}
