package dev.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.testkit.junit.Sentences;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs without a cluster, and leaves nothing. */
@DisplayNameGeneration(Sentences.class)
class EmbeddedExamplesTest {
  @TempDir Path home;

  private Program program() {
    return new Program(home, Map.of());
  }

  @AfterEach
  void nothingIsLeft() {
    try (StorageClient storage = StorageClient.embedded(home.resolve(".mooring"))) {
      assertThat(storage.cloudDrives().list()).isEmpty();
      assertThat(storage.instances().list()).isEmpty();
      assertThat(storage.attachments().list()).isEmpty();
    }
  }

  @Test
  void theQuickstartRuns() throws Exception {
    assertThat(program().main(Quickstart.class).succeeded())
        .contains("attach drive/workspace")
        .contains("10.00 USD a month")
        .contains("results");
  }

  @Test
  void theQuickstartCanBeRunAgain() throws Exception {
    program().main(Quickstart.class).succeeded();
    program().main(Quickstart.class).succeeded();
  }

  @Test
  void theMainJobRuns() throws Exception {
    assertThat(program().main(MainJob.class).succeeded())
        .contains("price      0.10 USD")
        .contains("available")
        .contains("read       the same bytes")
        .contains("deleted    vol-");
  }

  @Test
  void aPlatformGivesItsUsersDrives() throws Exception {
    assertThat(program().main(EmbedInYourPlatform.class).succeeded())
        .contains("a home costs 2.00 USD a month")
        .contains("one at a time: ")
        .contains("instance/laptop")
        .contains("ana works on [desktop]")
        .contains("her files: thesis");
  }
}
