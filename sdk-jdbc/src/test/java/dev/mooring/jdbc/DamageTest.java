package dev.mooring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.FailedException;
import dev.mooring.error.InternalException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A database that cannot work says why and what to do:")
class DamageTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("records.db");
  }

  private void create(String name) {
    try (Database database = StoreProcess.database(file)) {
      StoreProcess.drives(database).create(SampleRecords.drive(name));
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisplayName("a file that is no database")
  void noDatabase() throws IOException {
    Files.writeString(file, "dear diary, ".repeat(1000));

    assertThatThrownBy(() -> create("a"))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("damaged")
        .hasMessageContaining("Restore it from a copy");
    assertThat(file).hasContent("dear diary, ".repeat(1000));
  }

  @Test
  @DisplayName("a file that was cut off")
  void truncated() throws IOException {
    for (int i = 0; i < 200; i++) {
      create("d" + i);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 3 / 4096 * 4096);
    }

    try (Database database = StoreProcess.database(file)) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 200; i++) {
                  drives.get("drive-d" + i);
                }
              })
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  @DisplayName("another program's database")
  void foreign() throws SQLException {
    run("CREATE TABLE bookmarks(url TEXT)");

    assertThatThrownBy(() -> create("a"))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("another program");
  }

  @Test
  @DisplayName("the database of a newer version")
  void newer() throws SQLException {
    create("a");
    run("PRAGMA user_version=99");

    assertThatThrownBy(() -> create("b"))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("newer version of Mooring");
  }

  @Test
  @DisplayName("a folder where the file should be")
  void folderInPlace() throws IOException {
    Files.createDirectory(file);

    assertThatThrownBy(() -> create("a"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  @DisplayName("a file where the folder should be")
  void fileInPlace() throws IOException {
    Path blocked = Files.createFile(folder.resolve("taken"));
    file = blocked.resolve("records.db");

    assertThatThrownBy(() -> create("a"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("the folder " + blocked + " cannot be made")
        .hasMessageContaining("use another folder");
  }

  @Test
  @DisplayName("a record that somebody edited by hand")
  void editedRecord() throws SQLException {
    create("a");
    run("UPDATE records SET body='{\"key\":'");

    try (Database database = StoreProcess.database(file)) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      assertThatThrownBy(() -> drives.get("drive-a"))
          .isInstanceOf(InternalException.class)
          .hasMessageContaining("edited it by hand");
    }
  }

  @Test
  @DisplayName("works again as soon as the cause is gone")
  void recovers() throws IOException {
    Files.createDirectory(file);
    try (Database database = StoreProcess.database(file)) {
      RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
      assertThatThrownBy(() -> drives.get("drive-a")).isInstanceOf(StorageException.class);
      Files.delete(file);

      assertThat(drives.create(SampleRecords.drive("a")).created()).isTrue();
    }
  }
}
