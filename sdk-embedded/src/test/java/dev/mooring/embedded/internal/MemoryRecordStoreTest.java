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
import java.util.concurrent.atomic.AtomicLong;
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

  @Test
  @DisplayName("a watch without news says that it lives, however much news others have")
  void livesBesideOthers() {
    HeardRecords<TargetRecord> quiet = new HeardRecords<>();
    HeardRecords<VolumeRecord> busy = new HeardRecords<>();
    Duration alive = Duration.ofHours(1);
    AtomicLong time = new AtomicLong();
    try (Fixture fixture = new Fixture(new MemoryWatches(alive, time::get))) {
      RecordStore<VolumeRecord> volumes =
          fixture.volumes(SampleRecords.ACCOUNT, SampleRecords.REGION, null);
      fixture.targets(SampleRecords.ACCOUNT, SampleRecords.REGION).watch(quiet);
      volumes.watch(busy);
      time.addAndGet(alive.toNanos());
      VolumeRecord news = volumes.create(SampleRecords.drive("a")).record();
      quiet.next(What.ALIVE);
      assertThat(busy.upTo(news)).hasSize(1);
    }
    assertThat(busy.upTo(e -> e.what() != What.CHANGED))
        .extracting(e -> e.what())
        .as("no word but its news")
        .containsExactly(What.CLOSED);
  }

  private static final class Fixture implements StoreFixture {
    private final MemoryRecords records;

    Fixture(Duration alive) {
      this(new MemoryWatches(alive));
    }

    Fixture(MemoryWatches watches) {
      records = new MemoryRecords(Clock.systemUTC(), watches);
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
