package dev.mooring.kubernetes.internal.name;

import dev.mooring.kubernetes.internal.record.MapFormat;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.RecordStore;

/** Reserved names, and the account's record: ConfigMaps of the account's namespace. */
public final class KubernetesNaming implements Naming {
  private final RecordStore<NameRecord> names;
  private final RecordStore<AccountRecord> accounts;

  /** The names of a place. */
  public KubernetesNaming(Place place) {
    this.names =
        new ObjectRecords<>(
            place,
            new MapFormat<>(
                place,
                "name",
                new MapFormat.Codec<>(
                    RecordCodec::write, RecordCodec::readName, NameRecord::stored),
                NameRecord::resource));
    this.accounts =
        new ObjectRecords<>(
            place,
            new MapFormat<>(
                place,
                "account",
                new MapFormat.Codec<>(
                    RecordCodec::write, RecordCodec::readAccount, AccountRecord::stored),
                AccountRecord::resource));
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
