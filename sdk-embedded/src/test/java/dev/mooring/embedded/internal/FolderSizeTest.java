package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSizeTest {
  private static final int MIB = 1 << 20;

  @TempDir private Path folder;

  private FolderSize size() throws IOException {
    return FolderSize.of(folder, EmbeddedUsage.LONGEST).orElseThrow();
  }

  @Test
  void an_empty_folder_has_nothing_in_it() throws IOException {
    assertThat(size()).isEqualTo(new FolderSize(0, 0));
  }

  @Test
  void holes_take_no_space_and_other_names_of_a_file_none_either() throws IOException {
    Path data = Files.write(folder.resolve("data"), new byte[3 * MIB]);
    Files.createLink(folder.resolve("again"), data);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/usr"));
    Files.createDirectories(folder.resolve("a/b"));
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("sparse").toFile(), "rw")) {
      sparse.setLength(100L * MIB);
      sparse.seek(50L * MIB);
      sparse.write(new byte[MIB]);
      sparse.getFD().sync();
    }
    try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
      file.getFD().sync();
    }
    FolderSize size = size();
    assertThat(size.bytes()).isBetween(4L * MIB, 5L * MIB);
    assertThat(size.entries()).as("data, link, a, a/b, sparse").isEqualTo(5);
  }

  @Test
  void counting_that_takes_too_long_is_given_up() throws IOException {
    Files.write(folder.resolve("data"), new byte[1]);
    assertThat(FolderSize.of(folder, Duration.ZERO)).isEmpty();
  }
}
