package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.InUseException;
import dev.mooring.instance.Instance;
import dev.mooring.testkit.process.ChildJvm;
import dev.mooring.volume.VolumeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Several processes on one root folder:")
class SeveralProcessesTest {
  @TempDir Path root;

  private ChildJvm child(String... arguments) {
    return ChildJvm.run(EmbeddedProcess.class, arguments);
  }

  private long entries(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries.count();
    }
  }

  @Test
  @DisplayName("who create the same drives get the same drives")
  void sameDrives() throws IOException {
    List<String> told = new ArrayList<>();
    try (ChildJvm one = child("create", root.toString(), "10");
        ChildJvm two = child("create", root.toString(), "10")) {
      one.awaitLine("ready");
      two.awaitLine("ready");
      one.say("go");
      two.say("go");
      told.addAll(one.end());
      assertThat(two.end()).containsExactlyElementsOf(told);
    }
    assertThat(told).hasSize(10);
    assertThat(entries("volumes")).isEqualTo(10);
  }

  @Test
  @DisplayName("together get no more than the quota allows")
  void shareQuota() throws IOException {
    List<String> told = new ArrayList<>();
    try (ChildJvm one = child("quota", root.toString(), "7", "a");
        ChildJvm two = child("quota", root.toString(), "7", "b")) {
      one.awaitLine("ready");
      two.awaitLine("ready");
      one.say("go");
      two.say("go");
      told.addAll(one.end());
      told.addAll(two.end());
    }
    assertThat(told).hasSize(14).filteredOn(line -> line.startsWith("created")).hasSize(7);
    assertThat(entries("volumes")).isEqualTo(7);
  }

  @Test
  @DisplayName("see each other's instances, and respect their claims")
  void respectClaims() {
    try (StorageClient storage = EmbeddedProcess.connect(root, null);
        ChildJvm other = child("launch", root.toString(), "1")) {
      CloudDrive drive = storage.cloudDrives().create("d0", d -> d.size(gb(1))).await();
      other.awaitLine("ready");
      other.say("go");
      other.awaitLine("launched");
      other.end();

      assertThat(storage.instances().list()).extracting(Instance::name).containsExactly("theirs");
      assertThat(drive.refresh().status()).isEqualTo(VolumeStatus.ATTACHED);
      assertThatThrownBy(() -> storage.instances().launch("mine", m -> m.mount("d0", "/w")))
          .isInstanceOf(InUseException.class)
          .hasMessageContaining("theirs");
      storage.instances().named("theirs").stop();
      storage.instances().launch("mine", m -> m.mount("d0", "/w")).await();
    }
  }

  @Test
  @DisplayName("finish what a killed one left, and nothing of it stays for ever")
  void recoverFromKills() throws IOException {
    for (int round = 0; round < 4; round++) {
      try (ChildJvm child = child("churn", root.toString(), "1000", "r" + round + "-")) {
        child.awaitLine("ready");
        child.say("go");
        // Killed in another place each time, for nobody waits between this line and the kill.
        child.awaitLine(round % 2 == 0 ? "stopped" : "deleted");
        child.kill();
      }
    }

    try (StorageClient storage = EmbeddedProcess.connect(root, null)) {
      storage.recover();
      assertThat(storage.operations().running()).isEmpty();
      storage.instances().list().forEach(Instance::stop);
      storage.cloudDrives().list().toList().forEach(drive -> drive.delete().await());
      storage.cloudDrives().create("last", d -> d.size(gb(1))).await().delete().await();

      assertThat(storage.cloudDrives().list()).isEmpty();
      assertThat(storage.attachments().list()).isEmpty();
    }
    assertThat(entries("volumes")).isZero();
    assertThat(entries("trash")).isZero();
    assertThat(entries("instances")).isZero();
  }
}
