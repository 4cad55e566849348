package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.attachment.Target;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

@Label("Whatever names and paths are asked for")
class PathSafetyTest {
  private static final Path ROOT = Path.of("/srv/mooring");
  private static final Path FOLDER = temporary();
  private static final TestRoot OPENED = new TestRoot(FOLDER.resolve("root"));
  private static final VolumeRecord DRIVE = OPENED.drive("workspace");

  private static Path temporary() {
    try {
      return Files.createTempDirectory("mooring-test-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void close() throws IOException {
    OPENED.close();
    Trash.removeAll(FOLDER);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(80),
        Arbitraries.strings().withChars("ab./\\~-0\u0000 \n%").ofMaxLength(12),
        Arbitraries.of("..", ".", "", "/", "../..", "a/../b", "/etc/passwd", "~", "C:\\x", "a..b"),
        Arbitraries.of("workspace", "a", "A", "ä", "x".repeat(63), "x".repeat(64)));
  }

  @Provide
  Arbitrary<String> paths() {
    return names().list().ofMaxSize(5).map(parts -> "/" + String.join("/", parts));
  }

  @Property
  @Label("a name is one part of a path, and equal names only have equal parts")
  void namesAreOnePart(@ForAll("names") String one, @ForAll("names") String two) {
    Path place = ROOT.resolve(Layout.safe(one));

    assertThat(place.normalize()).isEqualTo(place);
    assertThat(place.getParent()).isEqualTo(ROOT);
    assertThat(Layout.safe(one).equals(Layout.safe(two))).isEqualTo(one.equals(two));
  }

  @Property
  @Label("a valid mount path stays below the instance's root")
  void mountPathsStay(@ForAll("paths") String path) {
    if (MountPath.problems(path).isEmpty()) {
      Path place = Mounting.place(ROOT, new MountPath(path));
      assertThat(place.normalize()).isEqualTo(place).startsWithRaw(ROOT).isNotEqualTo(ROOT);
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("a launch changes nothing outside the root, and a stop takes away all that it made")
  void launchesStay(@ForAll("names") String name, @ForAll("paths") String path) throws IOException {
    List<Path> before = all();
    TargetRecord target = OPENED.attach(Target.instance(name), "t", DRIVE);
    if (MountPath.problems(path).isEmpty()) {
      target = target.withMounts(List.of(SampleRecords.mount(DRIVE, path)));
    }
    OPENED.instances().launch(target, Map.of());

    assertThat(Bytes.list(FOLDER)).containsExactly(OPENED.path);
    assertThat(OPENED.instances().find(name)).isPresent();
    OPENED.instances().stop(name);
    assertThat(all()).isEqualTo(before);
  }

  @Property(tries = 200)
  @Label("an argument of a command becomes a path below a mount, or stays as it is")
  void argumentsStay(@ForAll("paths") String path) throws IOException {
    Path inside = OPENED.launch("commands", DRIVE).toRealPath();
    Layout layout = Layout.at(OPENED.path);
    Trash trash = new Trash(layout);
    InstanceFolder instance =
        new InstanceFolder(
            layout.instances(SampleRecords.ACCOUNT, SampleRecords.REGION),
            "commands",
            new VolumeFolders(layout, new Drafts(layout, trash), trash));

    Optional<Path> found = instance.find("/workspace" + path);

    found.ifPresent(
        place -> assertThat(place.normalize()).startsWithRaw(inside.resolve("workspace")));
    assertThat(instance.find("/workspace/../x")).isEmpty();
    assertThat(instance.find("/etc/passwd")).isEmpty();
  }

  private static List<Path> all() {
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      return paths
          .filter(p -> !p.getFileName().toString().matches("records\\.db.*|trash"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
