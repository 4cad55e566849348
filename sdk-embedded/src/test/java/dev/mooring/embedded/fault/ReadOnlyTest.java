package dev.mooring.embedded.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.junit.Sentences;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(Sentences.class)
class ReadOnlyTest {
  @TempDir Path folder;

  @Test
  void permissionsThatAreTakenAwayAreToldAndNothingIsLost() {
    tell(Confined.underPermissions(ReadOnlyRoot.class, "permissions", folder.toString()));
  }

  @Test
  void aFilesystemThatIsReadOnlyIsToldAndNothingIsLost() {
    if (Confined.canMount(folder)) {
      tell(
          Confined.onSmallFilesystem(
              "16m", folder, ReadOnlyRoot.class, "mount", folder.toString()));
    } else {
      System.out.println("Read-only: this user may not mount here, so permissions are taken away");
      permissionsThatAreTakenAwayAreToldAndNothingIsLost();
    }
  }

  @Test
  void whatAProgramForbidsToOthersAndItselfIsCopiedAndCountedOrToldAbout() {
    tell(Confined.underPermissions(GuardedFolders.class, folder.toString()));
  }

  private static void tell(List<String> lines) {
    assertThat(lines).as("what it did").isNotEmpty();
    System.out.println("Read-only: " + String.join("\n", lines));
  }
}
