package dev.mooring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.process.ChildJvm;
import dev.mooring.testkit.store.HeardRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Several processes on one database:")
class SeveralProcessesTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("records.db");
  }

  @AfterEach
  void nothingIsDamaged() {
    try (Database database = StoreProcess.database(file)) {
      database.check();
    }
  }

  @Test
  @DisplayName("each of many keys is created by exactly one of them")
  void raceForKeys() {
    int keys = 50;
    List<String> won = new ArrayList<>();
    try (ChildJvm one = ChildJvm.run(StoreProcess.class, "race", file.toString(), keys + "");
        ChildJvm two = ChildJvm.run(StoreProcess.class, "race", file.toString(), keys + "")) {
      one.awaitLine("ready");
      two.awaitLine("ready");
      one.say("go");
      two.say("go");
      won.addAll(one.end());
      won.addAll(two.end());
      assertThat(one.exitCode()).isZero();
      assertThat(two.exitCode()).isZero();
    }

    assertThat(won).hasSize(keys).doesNotHaveDuplicates();
    try (Database database = StoreProcess.database(file)) {
      assertThat(StoreProcess.drives(database).list(RecordQuery.where(Map.of())).records())
          .hasSize(keys);
    }
  }

  @Test
  @DisplayName("what one has committed is there after it was killed, and others go on")
  void survivesKills() {
    long last = 0;
    for (int round = 1; round <= 3; round++) {
      try (ChildJvm child = ChildJvm.run(StoreProcess.class, "count", file.toString())) {
        last = Long.parseLong(child.awaitLine("committed " + (last / 10 + 1) * 10).substring(10));
        child.kill();
      }
      try (Database database = StoreProcess.database(file)) {
        RecordStore<VolumeRecord> drives = StoreProcess.drives(database);
        VolumeRecord found = drives.get("drive-counter").orElseThrow();
        assertThat(found.spec().sizeBytes()).isGreaterThanOrEqualTo(last);
        last = found.spec().sizeBytes();
        assertThat(drives.swap(found)).isPresent();
      }
    }
  }

  @Test
  @DisplayName("a watch reports what another process commits")
  void watchesOthers() {
    HeardRecords<VolumeRecord> heard = new HeardRecords<>();
    try (Database database = StoreProcess.database(file)) {
      RecordStore.Watch watch = StoreProcess.drives(database).watch(heard);
      try (ChildJvm child = ChildJvm.run(StoreProcess.class, "create", file.toString(), "theirs")) {
        assertThat(heard.next(HeardRecords.What.CHANGED).key()).isEqualTo("drive-theirs");
        child.end();
      }
      watch.close();
    }
  }
}
