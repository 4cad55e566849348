package dev.mooring.jdbc;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Capacity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** What another process does to a database, in its own JVM. */
final class StoreProcess {
  private StoreProcess() {}

  static Database database(Path file) {
    return Database.sqlite(file, Duration.ofSeconds(60), Clock.systemUTC());
  }

  static RecordStore<VolumeRecord> drives(Database database) {
    return database.store(
        RecordFormat.volumes(), new Partition(SampleRecords.ACCOUNT, SampleRecords.REGION, null));
  }

  static VolumeRecord drive(String name, long bytes) {
    return SampleRecords.drive(SampleRecords.ACCOUNT, name, Capacity.ofBytes(bytes));
  }

  public static void main(String[] arguments) throws IOException {
    try (Database database = database(Path.of(arguments[1]))) {
      RecordStore<VolumeRecord> drives = drives(database);
      switch (arguments[0]) {
        case "race" -> race(drives, Integer.parseInt(arguments[2]));
        case "count" -> count(drives);
        case "create" -> drives.create(drive(arguments[2], 1));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  /** Creates many keys as soon as it is told to, and says which it won. */
  private static void race(RecordStore<VolumeRecord> drives, int keys) throws IOException {
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    in.readLine();
    for (int i = 0; i < keys; i++) {
      if (drives.create(drive("d" + i, 1)).created()) {
        System.out.println("won d" + i);
      }
    }
  }

  /** Counts up in one record for ever, and says how far it has come after each commit. */
  private static void count(RecordStore<VolumeRecord> drives) {
    VolumeRecord record = drives.create(drive("counter", 0)).record();
    while (true) {
      long next = record.spec().sizeBytes() + 1;
      VolumeRecord changed = record.withSpec(drive("counter", next).spec());
      record = drives.swap(changed).orElseThrow();
      System.out.println("committed " + next);
    }
  }
}
