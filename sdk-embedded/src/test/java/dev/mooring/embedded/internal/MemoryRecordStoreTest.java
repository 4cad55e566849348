package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.jdbc.Partition;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.HeardRecords;
import dev.mooring.testkit.store.HeardRecords.What;
import dev.mooring.testkit.store.RecordStoreContract;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.testkit.store.StoreFixture;
import dev.mooring.volume.Capacity;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record store in memory:")
class MemoryRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreFixture open() {
    return new Fixture(Duration.ofHours(1));
  }

  @Test
  @DisplayName("a watch says that it lives, and ends in order when all is closed")
  void livesAndEnds() {
    HeardRecords<VolumeRecord> heard = new HeardRecords<>();
    try (Fixture fixture = new Fixture(Duration.ofMillis(1))) {
      fixture.volumes(SampleRecords.ACCOUNT, SampleRecords.REGION, null).watch(heard);
      heard.next(What.ALIVE);
      heard.next(What.ALIVE);
    }
    assertThat(heard.next(What.CLOSED).cause()).isNull();
  }

  private static final class Fixture implements StoreFixture {
    private final MemoryRecords records;

    Fixture(Duration alive) {
      records = new MemoryRecords(Clock.systemUTC(), new MemoryWatches(alive));
    }

    @Override
    public RecordStore<VolumeRecord> volumes(
        String account, String region, @Nullable Capacity quota) {
      return new MemoryStores(records, new Partition(account, region, quota)).volumes();
    }

    @Override
    public RecordStore<TargetRecord> targets(String account, String region) {
      return new MemoryStores(records, new Partition(account, region, null)).targets();
    }

    @Override
    public void close() {
      records.close();
    }
  }
}
