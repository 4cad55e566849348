package dev.mooring.testkit.store;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import org.jspecify.annotations.Nullable;

/** The fixture before a test begins. */
final class NoStores implements StoreFixture {
  @Override
  public RecordStore<VolumeRecord> volumes(
      String account, String region, @Nullable Capacity quota) {
    throw new IllegalStateException("no test has begun");
  }

  @Override
  public RecordStore<TargetRecord> targets(String account, String region) {
    throw new IllegalStateException("no test has begun");
  }

  @Override
  public void close() {}
}
