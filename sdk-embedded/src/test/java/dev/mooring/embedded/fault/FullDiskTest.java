package dev.mooring.embedded.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.junit.Sentences;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayNameGeneration(Sentences.class)
class FullDiskTest {
  @TempDir Path folder;

  @Test
  void aFullFilesystemIsToldAndNothingIsLost() {
    if (Confined.canMount(folder)) {
      tell(
          Confined.onSmallFilesystem(
              "16m", folder, FullDisk.class, "filesystem", folder.toString(), "16"));
    } else {
      System.out.println("Full disk: this user may not mount here, so files are limited instead");
      filesThatMayNotGrowAreToldAndNothingIsLost();
    }
  }

  @Test
  void filesThatMayNotGrowAreToldAndNothingIsLost() {
    tell(Confined.freely(FullDisk.class, "files", folder.toString(), "5"));
  }

  private static void tell(List<String> lines) {
    assertThat(lines).as("what it did").isNotEmpty();
    System.out.println("Full disk: " + String.join("\n", lines));
  }
}
