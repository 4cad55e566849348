package dev.mooring.jdbc;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.RecordStoreContract;
import dev.mooring.testkit.store.StoreFixture;
import dev.mooring.volume.Capacity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A record store in SQLite:")
class JdbcRecordStoreTest extends RecordStoreContract {
  @TempDir Path folder;
  private final AtomicInteger files = new AtomicInteger();

  @Override
  protected StoreFixture open() {
    Database database =
        Database.sqlite(
            folder.resolve("r" + files.incrementAndGet() + ".db"),
            Duration.ofSeconds(30),
            Clock.systemUTC());
    return new StoreFixture() {
      @Override
      public RecordStore<VolumeRecord> volumes(
          String account, String region, @Nullable Capacity quota) {
        return database.store(RecordFormat.volumes(), new Partition(account, region, quota));
      }

      @Override
      public RecordStore<TargetRecord> targets(String account, String region) {
        return database.store(RecordFormat.targets(), new Partition(account, region, null));
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }
}
