package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.attachment.Target;
import dev.mooring.error.FailedException;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Links that a program planted in an instance")
class HostileLinksTest {
  @TempDir Path folder;
  private TestRoot root;
  private VolumeRecord drive;
  private Path outside;

  @BeforeEach
  void open() throws IOException {
    root = new TestRoot(folder.resolve("root"));
    drive = root.drive("workspace");
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "bytes");
  }

  @AfterEach
  void nothingOutsideChanged() {
    assertThat(Bytes.list(outside)).containsExactly(outside.resolve("precious"));
    assertThat(outside.resolve("precious")).hasContent("bytes");
    root.close();
  }

  @Test
  @DisplayName("are removed with it, and not followed")
  void notFollowedAtStop() throws IOException {
    Path inside = root.launch("a", drive);
    Files.delete(inside.resolve("workspace"));
    Files.createSymbolicLink(inside.resolve("workspace"), outside);
    Files.createSymbolicLink(inside.resolve("etc"), Path.of("/etc"));

    root.instances().stop("a");

    assertThat(root.instance("a")).doesNotExist();
  }

  @Test
  @DisplayName("are not told as its mounts")
  void notToldAsMounts() throws IOException {
    Path inside = root.launch("a", drive);
    Files.delete(inside.resolve("workspace"));
    Files.createSymbolicLink(inside.resolve("workspace"), outside);

    assertThat(root.instances().path("a", new MountPath("/workspace"))).isEmpty();
    assertThat(root.instances().path("a", new MountPath("/workspace/precious"))).isEmpty();
  }

  @Test
  @DisplayName("are not removed as if they were the drive")
  void notRemovedAsDrive() throws IOException {
    TargetRecord target = root.attach("a", drive);
    root.instances().launch(target, Map.of());
    Path link = root.instance("a").resolve("root/workspace");
    Files.delete(link);
    Files.createSymbolicLink(link, outside);

    root.attaching().disconnect(target, target.mounts().get(0));

    assertThat(Files.readSymbolicLink(link)).isEqualTo(outside);
    assertThat(root.attaching().users(List.of(drive)).get(drive.key())).isEmpty();
  }

  @Test
  @DisplayName("are not a way to a mount path")
  void notAWayToMounts() throws IOException {
    VolumeRecord later = root.drive("later");
    Path inside = root.launch("a", drive);
    Files.createSymbolicLink(inside.resolve("data"), outside);
    TargetRecord target =
        root.attach(Target.instance("a"), "token-a", drive)
            .withMounts(List.of(SampleRecords.mount(later, "/data/later")));

    assertThatThrownBy(() -> root.attaching().connect(target, Map.of()))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("attach volumes to instance/a in local");
  }

  @Test
  @DisplayName("give way to a drive that is attached at their place; files of users do not")
  void giveWay() throws IOException {
    VolumeRecord later = root.drive("later");
    Path inside = root.launch("a", drive);
    Files.createSymbolicLink(inside.resolve("later"), outside);
    TargetRecord target = root.attach(Target.instance("a"), "token-a", drive, later);

    root.attaching().connect(target, Map.of());
    assertThat(inside.resolve("later").toRealPath()).isEqualTo(root.data(later).toRealPath());

    root.attaching().disconnect(target, target.mounts().get(1));
    Files.writeString(Files.createDirectory(inside.resolve("later")).resolve("mine"), "x");
    assertThatThrownBy(() -> root.attaching().connect(target, Map.of()))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("not empty");
    assertThat(inside.resolve("later/mine")).hasContent("x");
  }

  @Test
  @DisplayName("in the place of an instance's folder are no instance, and are unlinked by stop")
  void inPlaceOfInstance() throws IOException {
    root.launch("a");
    Files.createSymbolicLink(root.instance("b"), root.instance("a"));
    Files.createSymbolicLink(root.instance("c"), outside);

    assertThat(root.instances().find("b")).isEmpty();
    assertThat(root.instances().list()).hasSize(1);
    root.instances().stop("b");
    root.instances().stop("c");

    assertThat(root.instances().find("a")).isPresent();
    assertThat(Files.isSymbolicLink(root.instance("c"))).isFalse();
  }

  @Test
  @DisplayName("in the place of a drive's bytes are not attached")
  void inPlaceOfData() throws IOException {
    Files.delete(root.data(drive));
    Files.createSymbolicLink(root.data(drive), outside);

    assertThatThrownBy(() -> root.launch("a", drive)).isInstanceOf(FailedException.class);
  }
}
