package dev.mooring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.CancelledException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A SQLite database:")
class DatabaseTest {
  @TempDir Path folder;

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("records.db"));
  }

  private Database database(Duration patience) {
    return Database.sqlite(folder.resolve("records.db"), patience, Clock.systemUTC());
  }

  private Database database() {
    return database(Duration.ofSeconds(30));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return String.valueOf(rows.getString(1));
    }
  }

  @Test
  @DisplayName("opens nothing before the first call")
  void opensLazily() {
    try (Database database = database()) {
      StoreProcess.drives(database);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  @DisplayName("writes ahead, so that readers and the writer do not wait for each other")
  void usesWal() throws SQLException {
    try (Database database = database()) {
      database.check();
      try (Connection connection = raw()) {
        assertThat(ask(connection, "PRAGMA journal_mode")).isEqualTo("wal");
      }
    }
  }

  @Test
  @DisplayName("can be opened for the first time by many at once")
  void opensConcurrently() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> openings = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "d" + i;
      openings.add(
          () -> {
            try (Database database = database()) {
              return StoreProcess.drives(database).create(SampleRecords.drive(name)).created();
            }
          });
    }
    for (Future<Boolean> opening : executor.invokeAll(openings)) {
      assertThat(opening.get()).isTrue();
    }
    executor.shutdownNow();
  }

  @Test
  @DisplayName("may have any characters in its path")
  void takesAnyPath() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a b?mode=ro&c#d%20é"));
    try (Database database = StoreProcess.database(odd.resolve("records.db"))) {
      StoreProcess.drives(database).create(SampleRecords.drive("a"));
    }
    assertThat(odd.resolve("records.db")).isNotEmptyFile();
    try (var names = Files.list(folder)) {
      assertThat(names).containsExactly(odd);
    }
  }

  @Test
  @DisplayName("makes its folder for its owner only")
  void makesFolder() throws IOException {
    Path inner = folder.resolve("a").resolve("b");
    try (Database database = StoreProcess.database(inner.resolve("records.db"))) {
      database.check();
    }
    assertThat(Files.getPosixFilePermissions(inner))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  @DisplayName("tells whether anybody's record has an index entry")
  void holds() {
    try (Database database = database()) {
      VolumeRecord record = StoreProcess.drives(database).create(SampleRecords.drive("a")).record();
      assertThat(database.holds(Index.VOLUME_ID, record.spec().id().value())).isTrue();
      assertThat(database.holds(Index.VOLUME_ID, "vol-0")).isFalse();
    }
  }

  @Test
  @DisplayName("takes times from its clock")
  void usesClock() {
    Instant now = Instant.parse("2026-11-05T01:02:03.456789Z");
    try (Database database =
        Database.sqlite(
            folder.resolve("records.db"),
            Duration.ofSeconds(1),
            Clock.fixed(now, ZoneOffset.UTC))) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      drives.create(SampleRecords.drive("a"));
      assertThat(drives.get("drive-a").orElseThrow().createdAt()).isEqualTo(now);
    }
  }

  @Test
  @DisplayName(
      "is unavailable to a writer while another process writes for too long, not to a reader")
  void reportsBusy() throws SQLException {
    try (Database database = database(Duration.ofMillis(50))) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      drives.create(SampleRecords.drive("a"));
      try (Connection other = raw()) {
        run(other, "BEGIN IMMEDIATE");
        assertThatThrownBy(() -> drives.create(SampleRecords.drive("b")))
            .isInstanceOf(UnavailableException.class)
            .hasMessageContaining("create drive/b in local")
            .hasMessageContaining("records.db")
            .hasMessageContaining("busy");
        assertThat(drives.get("drive-a")).isPresent();
        run(other, "ROLLBACK");
      }
      assertThat(drives.create(SampleRecords.drive("b")).created()).isTrue();
    }
  }

  @Test
  @DisplayName("forgets changes that no watcher can still need")
  void prunesChanges() throws SQLException {
    try (Database database = database()) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      drives.create(SampleRecords.drive("old"));
      try (Connection other = raw()) {
        run(other, "UPDATE sqlite_sequence SET seq=20223 WHERE name='changes'");
      }
      for (int i = 0; i < 300; i++) {
        drives.create(SampleRecords.drive("d" + i));
      }
      try (Connection other = raw()) {
        assertThat(ask(other, "SELECT min(seq) FROM changes")).isEqualTo("20224");
        assertThat(ask(other, "SELECT count(*) FROM changes")).isEqualTo("300");
      }
    }
  }

  @Test
  @DisplayName("says after its end that it is closed")
  void saysClosed() {
    Database database = database();
    RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
    drives.create(SampleRecords.drive("a"));
    database.close();
    database.close();

    assertThatThrownBy(() -> drives.get("drive-a"))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> drives.create(SampleRecords.drive("b")))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  @DisplayName("lets an interrupted thread go")
  void letsInterruptedGo() {
    try (Database database = database()) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> drives.get("drive-a"))
          .isInstanceOf(CancelledException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
