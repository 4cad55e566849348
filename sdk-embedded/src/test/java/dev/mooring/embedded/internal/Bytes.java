package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies below a root. */
final class Bytes {
  private Bytes() {}

  /** The entries of a folder; none when it is missing. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts that no volume, instance or garbage of an account is left. */
  static void assertEmpty(Path root, String account) {
    assertThat(list(root.resolve("trash"))).as("the trash").isEmpty();
    for (Path region : list(root.resolve("instances").resolve(account))) {
      assertThat(list(region)).as("instances").isEmpty();
    }
    assertThat(list(root.resolve("drafts"))).as("unfinished copies").isEmpty();
    for (Path snapshot : list(root.resolve("snapshots"))) {
      assertThat(text(snapshot.resolve("snapshot.json")))
          .as("snapshot in %s", snapshot)
          .doesNotContain("\"" + account + "\"");
    }
    for (Path volume : list(root.resolve("volumes"))) {
      assertThat(text(volume.resolve("volume.json")))
          .as("volume in %s", volume)
          .doesNotContain("\"" + account + "\"");
    }
  }

  /** The folders of an account's volumes. */
  static List<Path> volumes(Path root, String account) {
    return list(root.resolve("volumes")).stream()
        .filter(volume -> text(volume.resolve("volume.json")).contains("\"" + account + "\""))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      // It went while we looked, as it shall; the next look sees that.
      return fail("%s is being deleted", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
