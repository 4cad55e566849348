package dev.mooring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.InternalException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.jdbc.internal.Pace;
import dev.mooring.jdbc.internal.SqliteDialect;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.HeardRecords;
import dev.mooring.testkit.store.HeardRecords.Event;
import dev.mooring.testkit.store.HeardRecords.What;
import dev.mooring.testkit.store.SampleRecords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A watch of a SQLite database")
class WatchTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final String NOTE =
      "INSERT INTO changes(store, account, region, key, kind, at)"
          + " VALUES('volumes', 'acme', 'local', 'drive-a', 'changed', '')";

  @TempDir Path folder;
  private final HeardRecords<VolumeRecord> heard = new HeardRecords<>();
  private @Nullable Database database;

  private RecordStore<VolumeRecord> drives(Pace pace) {
    Database opened =
        new Database(
            new SqliteDialect(folder.resolve("records.db"), Duration.ofSeconds(30)),
            Clock.systemUTC(),
            pace);
    database = opened;
    return StoreProcess.drives(opened);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("records.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisplayName("says that it lives when there is no news")
  void isAlive() {
    drives(new Pace(Duration.ofMillis(1), Duration.ofMillis(1), 1000)).watch(heard);

    heard.next(What.ALIVE);
    heard.next(What.ALIVE);
  }

  @Test
  @DisplayName("is woken by a commit of its own process, without polling")
  void isWoken() {
    RecordStore<VolumeRecord> drives = drives(new Pace(LONG, LONG, 1000));
    drives.watch(heard);

    heard.upTo(drives.create(SampleRecords.drive("a")).record());
    heard.upTo(drives.create(SampleRecords.drive("b")).record());
  }

  @Test
  @DisplayName("reads many changes in several steps")
  void readsInSteps() {
    RecordStore<VolumeRecord> drives = drives(new Pace(Duration.ofMillis(1), LONG, 3));
    drives.watch(heard);
    VolumeRecord last = SampleRecords.drive("none");
    for (int i = 0; i < 20; i++) {
      last = drives.create(SampleRecords.drive("d" + i)).record();
    }

    assertThat(heard.upTo(last)).extracting(Event::key).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("ends with a reason when changes that it has not seen are gone")
  void endsWhenBehind() throws SQLException, InterruptedException {
    RecordStore<VolumeRecord> drives = drives(new Pace(Duration.ofMillis(1), LONG, 1000));
    CountDownLatch stuck = new CountDownLatch(1);
    Semaphore goOn = new Semaphore(0);
    RecordListener<VolumeRecord> slow =
        new RecordListener<>() {
          @Override
          public void changed(VolumeRecord record) {
            stuck.countDown();
            goOn.acquireUninterruptibly();
            heard.changed(record);
          }

          @Override
          public void deleted(String key) {}

          @Override
          public void alive() {}

          @Override
          public void closed(@Nullable Throwable cause) {
            heard.closed(cause);
          }
        };
    drives.watch(slow);
    drives.create(SampleRecords.drive("a"));
    stuck.await();
    drives.create(SampleRecords.drive("b"));
    drives.create(SampleRecords.drive("c"));
    run("DELETE FROM changes WHERE seq <= 2");
    goOn.release(100);

    assertThat(heard.next(What.CLOSED).cause())
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("fell too far behind");
  }

  @Test
  @DisplayName("ends with a reason when a record cannot be read, and another may begin")
  void endsOnBrokenRecord() throws SQLException {
    RecordStore<VolumeRecord> drives = drives(new Pace(Duration.ofMillis(1), LONG, 1000));
    drives.watch(heard);
    drives.create(SampleRecords.drive("a"));
    heard.next(What.CHANGED);
    run("UPDATE records SET created_at='yesterday'");
    run(NOTE);

    assertThat(heard.next(What.CLOSED).cause())
        .isInstanceOf(InternalException.class)
        .hasMessageContaining("yesterday");
    run("DELETE FROM records");
    drives.watch(heard);
    heard.upTo(drives.create(SampleRecords.drive("b")).record());
  }

  @Test
  @DisplayName("ends with a reason when the database fails, and another may begin")
  void endsOnFailure() throws SQLException {
    RecordStore<VolumeRecord> drives = drives(new Pace(Duration.ofMillis(1), LONG, 1000));
    drives.watch(heard);
    drives.create(SampleRecords.drive("a"));
    heard.next(What.CHANGED);
    run("ALTER TABLE records RENAME TO elsewhere");
    run(NOTE);

    assertThat(heard.next(What.CLOSED).cause()).isInstanceOf(StorageException.class);
    run("ALTER TABLE elsewhere RENAME TO records");
    drives.watch(heard);
    heard.upTo(drives.create(SampleRecords.drive("b")).record());
  }

  @Test
  @DisplayName("ends in order when the database is closed")
  void endsInOrder() {
    drives(Pace.STANDARD).watch(heard);
    close();

    assertThat(heard.next(What.CLOSED).cause()).isNull();
  }
}
