package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.VolumeRecord;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Deleting a drive")
class DestroyTest {
  @TempDir Path folder;
  private TestRoot root;
  private Path precious;

  @BeforeEach
  void open() throws IOException {
    root = new TestRoot(folder.resolve("root"));
    precious = Files.createDirectories(folder.resolve("outside")).resolve("precious");
    Files.writeString(precious, "bytes");
  }

  @AfterEach
  void nothingElseIsGone() {
    assertThat(precious).hasContent("bytes");
    assertThat(Bytes.list(root.path.resolve("trash"))).isEmpty();
    root.close();
  }

  @Test
  @DisplayName("removes its bytes and no other drive's")
  void removesOwnBytes() throws IOException {
    VolumeRecord a = root.drive("a");
    VolumeRecord b = root.drive("b");
    Files.writeString(Files.createDirectories(root.data(a).resolve("x/y")).resolve("z"), "1");
    Files.writeString(root.data(b).resolve("kept"), "2");

    root.delete(a);

    assertThat(root.folder(a)).doesNotExist();
    assertThat(root.data(b).resolve("kept")).hasContent("2");
  }

  @Test
  @DisplayName("may be repeated")
  void mayBeRepeated() {
    VolumeRecord doomed = root.deleting(root.drive("a"));
    root.provisioning().destroy(doomed);
    root.provisioning().destroy(doomed);
    assertThat(root.folder(doomed)).doesNotExist();
  }

  @Test
  @DisplayName("removes links, and follows none")
  void followsNoLinks() throws IOException {
    VolumeRecord a = root.drive("a");
    Files.createSymbolicLink(root.data(a).resolve("file"), precious);
    Files.createSymbolicLink(root.data(a).resolve("folder"), precious.getParent());
    Files.createSymbolicLink(root.data(a).resolve("nowhere"), Path.of("/no/such/place"));
    Path inner = Files.createDirectory(root.data(a).resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), Path.of("../../../../../outside"));

    root.delete(a);

    assertThat(root.folder(a)).doesNotExist();
  }

  @Test
  @DisplayName("removes a link in the place of its folder, not what it leads to")
  void followsNoLinkInPlace() throws IOException {
    VolumeRecord a = root.drive("a");
    Files.move(root.folder(a), folder.resolve("moved"));
    Files.createSymbolicLink(root.folder(a), precious.getParent());

    root.delete(a);

    assertThat(Files.isSymbolicLink(root.folder(a))).isFalse();
    assertThat(folder.resolve("moved")).isDirectory();
  }

  @Test
  @DisplayName("removes trees of any depth")
  void removesDeepTrees() throws IOException {
    VolumeRecord a = root.drive("a");
    Path deep = root.data(a);
    for (int i = 0; i < 400; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.writeString(deep.resolve("bottom"), "x");

    root.delete(a);

    assertThat(root.folder(a)).doesNotExist();
  }

  @Test
  @DisplayName("removes folders that a program made read-only")
  void removesReadOnlyFolders() throws IOException {
    VolumeRecord a = root.drive("a");
    Path cache = Files.createDirectories(root.data(a).resolve("cache/module"));
    Files.writeString(cache.resolve("file"), "x");
    for (Path each : List.of(cache, cache.getParent())) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    root.delete(a);

    assertThat(root.folder(a)).doesNotExist();
  }

  @Test
  @DisplayName(
      "finishes what a killed process left half deleted, and touches nothing else in trash")
  void sweepsTrash() throws IOException {
    Path trash = Files.createDirectories(root.path.resolve("trash"));
    Path half = Files.createDirectory(trash.resolve("gone-" + "0".repeat(32)));
    Files.writeString(half.resolve("rest"), "x");
    Path foreign = Files.writeString(trash.resolve("letter.txt"), "not ours");

    root.delete(root.drive("a"));

    assertThat(half).doesNotExist();
    assertThat(foreign).hasContent("not ours");
    Files.delete(foreign);
  }

  @Test
  @DisplayName("takes away what a killed launch left of an instance, and no instance")
  void sweepsUnfinishedInstances() throws IOException {
    Path left = Files.createDirectories(root.instance(".new-0").resolve("root"));
    Path other = Files.createDirectories(root.instance("trainer-0").resolve("root"));

    root.delete(root.drive("a"));

    assertThat(left.getParent()).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  @DisplayName("succeeds though what it took away, or another left, cannot be removed yet")
  void survivesWhatCannotBeRemoved() throws IOException {
    VolumeRecord a = root.drive("a");
    Layout layout = Layout.at(root.path);
    AtomicBoolean refused = new AtomicBoolean(true);
    Trash trash =
        new Trash(
            layout,
            (around, names) -> {
              if (refused.get()) {
                throw new FileSystemException(names.toString(), null, "Operation not permitted");
              }
              Remover.remove(around, names);
            });

    new VolumeFolders(layout, new Drafts(layout, trash), trash).destroy(a.spec().id());
    trash.sweep();
    assertThat(root.folder(a)).doesNotExist();
    assertThat(Bytes.list(root.path.resolve("trash"))).isNotEmpty();

    refused.set(false);
    trash.sweep();
    assertThat(Bytes.list(root.path.resolve("trash"))).isEmpty();
  }

  @Test
  @DisplayName("ends though a program still writes into it")
  void endsDespiteWriter() throws Exception {
    VolumeRecord a = root.drive("a");
    Path data = root.data(a);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !stop.get() && write(data.resolve("f" + i)); i++) {
                Thread.onSpinWait();
              }
            });
    writer.start();
    try {
      root.delete(a);
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(root.folder(a)).doesNotExist();
  }

  private static boolean write(Path file) {
    try {
      Files.writeString(file, "x");
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
