package dev.mooring.internal.layer;

import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;

/** Names behind layers: both stores. */
final class LayeredNaming implements Naming {
  private final RecordStore<NameRecord> names;
  private final RecordStore<AccountRecord> accounts;

  LayeredNaming(Naming delegate, Calls calls) {
    this.names = new LayeredStore<>(delegate.names(), calls.of("names"));
    this.accounts = new LayeredStore<>(delegate.accounts(), calls.of("accounts"));
  }

  @Override
  public RecordStore<NameRecord> names() {
    return names;
  }

  @Override
  public RecordStore<AccountRecord> accounts() {
    return accounts;
  }
}
