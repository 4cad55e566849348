package dev.mooring.embedded.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A disk that can be full. */
interface Disk {
  /** Leaves room for only so many bytes more. */
  void leave(long bytes);

  /** Makes room. */
  void free();

  /** The smallest step in which its room can be told. */
  long step();

  /** A filesystem of its own, filled by a file. */
  static Disk filesystem(Path folder) {
    Path filler = folder.resolve("filler");
    return new Disk() {
      @Override
      public void leave(long bytes) {
        try {
          try (OutputStream out = Files.newOutputStream(filler)) {
            fill(out);
          }
          try (FileChannel file = FileChannel.open(filler, StandardOpenOption.WRITE)) {
            file.truncate(Math.max(0, file.size() - bytes));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void free() {
        try {
          Files.deleteIfExists(filler);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public long step() {
        return 12 * 1024;
      }
    };
  }

  private static void fill(OutputStream out) {
    byte[] page = new byte[4096];
    while (true) {
      try {
        out.write(page);
      } catch (IOException e) {
        return; // full
      }
    }
  }

  /** No file of this process may grow beyond the database's log and some bytes more. */
  static Disk largestFile(Path root) {
    return new Disk() {
      @Override
      public void leave(long bytes) {
        Path log = root.resolve("records.db-wal");
        try {
          limit(
              (bytes < step() || !Files.exists(log) ? 0 : Files.size(log)) + bytes + ":unlimited");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void free() {
        limit("unlimited");
      }

      @Override
      public long step() {
        return 12 * 1024;
      }
    };
  }

  private static void limit(String bytes) {
    String self = Long.toString(ProcessHandle.current().pid());
    Confined.Ended ended = Confined.run(List.of("prlimit", "--pid", self, "--fsize=" + bytes));
    if (ended.code() != 0) {
      throw new AssertionError(ended.output());
    }
  }
}
