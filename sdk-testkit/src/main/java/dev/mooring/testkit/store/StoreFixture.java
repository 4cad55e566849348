package dev.mooring.testkit.store;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import org.jspecify.annotations.Nullable;

/** Empty stores for one test. All stores of one fixture are views of the same data. */
public interface StoreFixture extends AutoCloseable {
  /**
   * The volumes of an account in a region.
   *
   * @param quota how much the account may have there, or null for no limit
   */
  RecordStore<VolumeRecord> volumes(String account, String region, @Nullable Capacity quota);

  /** The targets of an account in a region. */
  RecordStore<TargetRecord> targets(String account, String region);

  /** Removes everything. */
  @Override
  void close();
}
