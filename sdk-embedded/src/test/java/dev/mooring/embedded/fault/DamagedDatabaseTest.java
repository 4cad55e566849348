package dev.mooring.embedded.fault;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.FailedException;
import dev.mooring.error.StorageException;
import dev.mooring.region.Probe;
import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A root folder whose database is damaged: each call answers right or says what is wrong and what
 * to do, no byte is lost, and with the right database back everything goes on.
 */
@DisplayName("A damaged database is told, and loses no bytes:")
class DamagedDatabaseTest {
  private static final int DRIVES = 40;

  @TempDir Path root;

  /** What happens to the file, given a good copy and what is lost with the log. */
  enum Damage {
    EMPTIED,
    EMPTIED_BESIDE_ITS_LOG,
    DELETED,
    CUT_BETWEEN_PAGES,
    CUT_WITHIN_A_PAGE,
    HEADER_OVERWRITTEN,
    MIDDLE_OVERWRITTEN,
    LOG_LOST,
    OLD_COPY
  }

  private Path file() {
    return root.resolve("records.db");
  }

  private Path log() {
    return root.resolve("records.db-wal");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isToldAndLosesNoBytes(Damage damage) throws IOException, SQLException {
    byte[] old;
    byte[] withoutLog;
    byte[] logged;
    Map<String, VolumeId> ids = new LinkedHashMap<>();
    try (StorageClient storage = StorageClient.embedded(root)) {
      create(storage, "d0", ids);
      storage.regions().check();
      old = Files.readAllBytes(file());
      for (int i = 1; i < DRIVES; i++) {
        create(storage, "d" + i, ids);
      }
      Path bytes = storage.instances().launch("i", m -> m.mount("d1", "/w")).path("/w");
      Files.writeString(bytes.resolve("notes"), "hello");
      withoutLog = Files.readAllBytes(file());
      logged = Files.readAllBytes(log());
    }
    intoTheFile();
    byte[] good = Files.readAllBytes(file());

    switch (damage) {
      case EMPTIED -> Files.write(file(), new byte[0]);
      case EMPTIED_BESIDE_ITS_LOG -> {
        Files.write(file(), new byte[0]);
        Files.write(log(), logged);
      }
      case DELETED -> Files.delete(file());
      case CUT_BETWEEN_PAGES -> cut(good.length / 3 / 4096 * 4096);
      case CUT_WITHIN_A_PAGE -> cut(good.length / 2 / 4096 * 4096 + 100);
      case HEADER_OVERWRITTEN -> overwrite(good, 0, 100);
      case MIDDLE_OVERWRITTEN -> overwrite(good, 4096, good.length - 4096);
      case LOG_LOST -> Files.write(file(), withoutLog);
      case OLD_COPY -> Files.write(file(), old);
    }

    List<String> told = new ArrayList<>();
    try (StorageClient storage = StorageClient.embedded(root)) {
      for (Map.Entry<String, VolumeId> drive : ids.entrySet()) {
        rightOrTold(
            told,
            () ->
                assertThat(storage.cloudDrives().find(drive.getKey()))
                    .hasValueSatisfying(d -> assertThat(d.id()).isEqualTo(drive.getValue())));
      }
      rightOrTold(told, () -> assertThat(storage.cloudDrives().list()).hasSize(DRIVES));
      assertThat(storage.regions().check())
          .extracting(Probe::outcome)
          .contains(Probe.Outcome.FAILED);
    }
    assertThat(told).as("errors").isNotEmpty();
    if (damage == Damage.EMPTIED_BESIDE_ITS_LOG) {
      assertThat(log()).hasBinaryContent(logged);
    }

    Files.deleteIfExists(log());
    Files.deleteIfExists(root.resolve("records.db-shm"));
    Files.write(file(), good);
    goesOn(ids);
    System.out.println("Damaged database: " + damage + ": " + told.size() + " calls told it");
  }

  private static void create(StorageClient storage, String name, Map<String, VolumeId> ids) {
    ids.put(name, storage.cloudDrives().create(name, d -> d.size(gb(1))).await().id());
  }

  /** What a client under load may leave in the log when it is closed. */
  private void intoTheFile() throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private void cut(int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  private void overwrite(byte[] good, int from, int bytes) throws IOException {
    byte[] noise = new byte[bytes];
    new Random(1).nextBytes(noise);
    byte[] damaged = good.clone();
    System.arraycopy(noise, 0, damaged, from, bytes);
    Files.write(file(), damaged);
  }

  private void rightOrTold(List<String> told, Runnable call) {
    StorageException failure = catchThrowableOfType(StorageException.class, call::run);
    if (failure != null) {
      told.add(failure.code().name());
      assertThat(failure).isInstanceOf(FailedException.class);
      assertThat(failure).hasMessageContaining(root.toString());
      assertThat(failure.hint()).hasValueSatisfying(h -> assertThat(h).contains("from a copy"));
    }
  }

  private void goesOn(Map<String, VolumeId> ids) throws IOException {
    try (StorageClient storage = StorageClient.embedded(root)) {
      Map<String, VolumeId> found =
          storage.cloudDrives().list().collect(Collectors.toMap(CloudDrive::name, CloudDrive::id));
      assertThat(found).isEqualTo(ids);
      Path bytes = storage.instances().named("i").path("/w");
      assertThat(bytes.resolve("notes")).hasContent("hello");
      storage.cloudDrives().create("more", d -> d.size(gb(1))).await().delete().await();
    }
    try (var folders = Files.list(root.resolve("volumes"))) {
      assertThat(folders).hasSize(DRIVES);
    }
  }
}
