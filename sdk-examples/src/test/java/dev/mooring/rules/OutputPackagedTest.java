package dev.mooring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.secret.MarkedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs when the tests of the other modules have run: what all of them printed, reported and logged,
 * down to TRACE, tells none of the secrets that they used.
 */
class OutputPackagedTest {
  @Test
  void no_output_of_any_test_tells_a_secret() throws IOException {
    search();
  }

  @Test
  @Tag("real")
  void no_output_of_any_test_on_a_real_cluster_tells_a_secret() throws IOException {
    search();
  }

  private static void search() throws IOException {
    List<Path> folders = new ArrayList<>();
    Path root = Path.of(System.getProperty("mooring.root", ".."));
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        Stream.of("surefire-reports", "trace")
            .map(name -> module.resolve("target").resolve(name))
            .filter(Files::isDirectory)
            .forEach(folders::add);
      }
    }
    assertThat(folders).as("folders with output").anyMatch(folder -> folder.endsWith("trace"));
    MarkedSecrets.Report report = MarkedSecrets.below(folders);
    assertThat(report.files()).as("files that were searched").isPositive();
    assertThat(report.bytes()).as("bytes that were searched").isGreaterThan(1000);
    assertThat(report.telling()).as("output that tells a secret").isEmpty();
    System.out.printf(
        Locale.ROOT,
        "secrets: none in %,d files of %d folders, %,d bytes%n",
        report.files(),
        folders.size(),
        report.bytes());
  }
}
