package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.FailedException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.instance.InstanceState;
import dev.mooring.spi.InstanceHosting.Hosted;
import dev.mooring.spi.Presence;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An instance")
class InstancesTest {
  @TempDir Path folder;
  private TestRoot root;
  private VolumeRecord drive;

  @BeforeEach
  void open() {
    root = new TestRoot(folder.resolve("root"));
    drive = root.drive("workspace");
  }

  @AfterEach
  void close() {
    root.close();
  }

  private List<VolumeUser> users() {
    return root.attaching().users(List.of(drive)).getOrDefault(drive.key(), List.of());
  }

  private boolean lives(TargetRecord target) {
    Map<String, Presence> answers = root.attaching().presence(List.of(target));
    assertThat(answers).containsOnlyKeys(target.key());
    return answers.values().stream().allMatch(Presence::exists);
  }

  @Test
  @DisplayName("is a folder in which its drives appear at their paths")
  void showsDrives() throws IOException {
    VolumeRecord second = root.drive("second");
    Files.writeString(root.data(drive).resolve("notes"), "hello");

    Path inside = root.launch("a", drive, second);

    assertThat(inside.resolve("workspace/notes")).hasContent("hello");
    assertThat(Files.readSymbolicLink(inside.resolve("workspace")).isAbsolute()).isFalse();
    assertThat(root.instances().path("a", new MountPath("/workspace")))
        .contains(inside.toRealPath().resolve("workspace"));
    assertThat(root.instances().path("a", new MountPath("/workspace/notes"))).isPresent();
    assertThat(root.instances().path("a", new MountPath("/elsewhere"))).isEmpty();
    assertThat(root.instances().path("b", new MountPath("/workspace"))).isEmpty();
  }

  @Test
  @DisplayName("still shows its drives when the root folder was moved")
  void survivesMove() throws IOException {
    Files.writeString(root.data(drive).resolve("notes"), "hello");
    root.launch("a", drive);
    Path moved = Files.move(root.path, folder.resolve("moved"));

    assertThat(moved.resolve("instances/acme/local/a/root/workspace/notes")).hasContent("hello");
  }

  @Test
  @DisplayName("tells who it is, and is found by its name and in the list")
  void isFound() {
    assertThat(root.instances().find("a")).isEmpty();
    root.launch("a", drive);
    root.launch("b");

    Hosted a = root.instances().find("a").orElseThrow();
    assertThat(a).isEqualTo(new Hosted("a", InstanceState.RUNNING, null, SampleRecords.START));
    assertThat(root.instances().list()).extracting(Hosted::name).containsExactly("a", "b");
  }

  @Test
  @DisplayName("is a user of its drives while it runs, under its target's key and token")
  void usesDrives() {
    TargetRecord target = root.attach("a", drive);
    assertThat(users()).isEmpty();
    root.instances().launch(target, Map.of());

    assertThat(users())
        .containsExactly(
            new VolumeUser(
                "instance",
                "a",
                VolumeUser.State.RUNNING,
                true,
                target.token(),
                target.key(),
                SampleRecords.START,
                false));
    assertThat(lives(target)).isTrue();

    root.instances().stop("a");
    assertThat(users()).isEmpty();
    assertThat(lives(target)).isFalse();
  }

  @Test
  @DisplayName("is launched once, however often it is asked for")
  void isLaunchedOnce() {
    TargetRecord target = root.attach("a", drive);
    Hosted first = root.instances().launch(target, Map.of());
    root.clock.advance(Duration.ofMinutes(1));

    assertThat(root.instances().launch(target, Map.of())).isEqualTo(first);
  }

  @Test
  @DisplayName("may be launched by hand for a job, and its name is taken then")
  void hostsOtherKinds() {
    TargetRecord job = root.attach(Target.job("nightly"), "t1", drive);
    root.instances().launch(job, Map.of());
    assertThat(lives(job)).isTrue();
    TargetRecord instance = root.attach("nightly");
    assertThat(lives(instance)).isFalse();

    assertThatThrownBy(() -> root.instances().launch(instance, Map.of()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("job/nightly runs under this name");
  }

  @Test
  @DisplayName("is not what only a controller of a cluster can be")
  void refusesControllers() {
    assertThat(root.attaching().check(Target.deployment("api")))
        .singleElement()
        .satisfies(violation -> assertThat(violation.code()).isEqualTo(ErrorCode.UNSUPPORTED));
    assertThat(root.attaching().check(Target.statefulSet("db"))).hasSize(1);
    for (TargetKind kind : List.of(TargetKind.INSTANCE, TargetKind.JOB, TargetKind.CLUSTER)) {
      assertThat(root.attaching().check(Target.of(kind, "x"))).isEmpty();
    }
  }

  @Test
  @DisplayName("does not start, and leaves nothing, when its claims were lost meanwhile")
  void needsClaims() {
    TargetRecord target = root.attach("a", drive);
    root.attach("b", drive);

    assertThatThrownBy(() -> root.instances().launch(target, Map.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive/workspace is not claimed");
    assertThat(root.instances().find("a")).isEmpty();
    assertThat(root.instance("a")).doesNotExist();
    assertThat(users()).isEmpty();
  }

  @Test
  @DisplayName("has scratch space of its own, which goes with it")
  void hasScratch() throws IOException {
    TargetRecord target =
        root.attach("a", drive)
            .withScratch(List.of(new ScratchMount(Capacity.gib(1), new MountPath("/tmp/scratch"))));
    root.instances().launch(target, Map.of());
    Path scratch = root.instances().path("a", new MountPath("/tmp/scratch")).orElseThrow();
    Files.writeString(scratch.resolve("x"), "1");
    assertThat(Files.isSymbolicLink(scratch)).isFalse();

    root.instances().stop("a");
    root.instances().launch(target, Map.of());

    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  @DisplayName("is gone at once when it is stopped; its drives keep their bytes")
  void stops() throws IOException {
    Path inside = root.launch("a", drive);
    Files.writeString(inside.resolve("workspace/notes"), "hello");
    Files.createSymbolicLink(inside.resolve("more"), root.data(drive));

    root.instances().stop("a");
    root.instances().stop("a");

    assertThat(root.instance("a")).doesNotExist();
    assertThat(Bytes.list(root.path.resolve("trash"))).isEmpty();
    assertThat(root.data(drive).resolve("notes")).hasContent("hello");
  }

  @Test
  @DisplayName("that runs shows a drive that is attached, and loses one that is detached")
  void changesWhileRunning() {
    VolumeRecord later = root.drive("later");
    Path inside = root.launch("a", drive);
    TargetRecord more = root.attach(Target.instance("a"), "token-a", drive, later);

    root.attaching().connect(more, Map.of());
    assertThat(inside.resolve("later")).isDirectory();
    assertThat(root.instances().find("a").orElseThrow().startedAt()).isEqualTo(SampleRecords.START);

    root.attaching().disconnect(more, more.mounts().get(0));
    root.attaching().disconnect(more, more.mounts().get(0));
    assertThat(inside.resolve("workspace")).doesNotExist();
    assertThat(inside.resolve("later")).isDirectory();
    assertThat(users()).isEmpty();
    assertThat(root.data(drive)).isDirectory();
  }

  @Test
  @DisplayName("that does not run is not made by attaching")
  void attachingMakesNothing() {
    TargetRecord target = root.attach("a", drive);
    root.attaching().connect(target, Map.of());
    root.attaching().disconnect(target, target.mounts().get(0));

    assertThat(root.instance("a")).doesNotExist();
  }

  @Test
  @DisplayName("keeps what its present life mounts when a helper of an earlier life comes late")
  void ignoresEarlierLives() {
    TargetRecord earlier = root.attach(Target.instance("a"), "old", drive);
    Path inside = root.launch("a", drive);

    root.attaching().disconnect(earlier, earlier.mounts().get(0));

    assertThat(inside.resolve("workspace")).isDirectory();
  }

  @Test
  @DisplayName("is not changed by an attach or a launch of an earlier life that comes late")
  void isNotChangedByEarlierLives() {
    VolumeRecord other = root.drive("other");
    TargetRecord earlier = root.attach(Target.instance("a"), "old", other);
    Path inside = root.launch("a", drive);

    root.attaching().connect(earlier, Map.of());
    assertThatThrownBy(() -> root.instances().launch(earlier, Map.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("another life");

    assertThat(inside.resolve("workspace")).isDirectory();
    assertThat(inside.resolve("other")).doesNotExist();
    assertThat(root.instance("a").resolve("instance.json")).content().contains("token-a");
  }

  @Test
  @DisplayName("shows what a later life of its target attaches while it runs")
  void showsLaterLives() {
    VolumeRecord other = root.drive("other");
    Path inside = root.launch("a", drive);
    TargetRecord later = root.attach(Target.instance("a"), "next-life", other);
    root.backend.targets().create(later);

    root.attaching().connect(later, Map.of());

    assertThat(inside.resolve("other")).isDirectory();
    assertThat(root.instance("a").resolve("instance.json")).content().contains("next-life");
  }

  @Test
  @DisplayName("that runs loses only the drive that is not claimed for it any more")
  void losesOneDrive() {
    VolumeRecord other = root.drive("other");
    TargetRecord target = root.attach("a", drive, other);
    root.instances().launch(target, Map.of());
    root.attach("b", other);

    assertThatThrownBy(() -> root.instances().launch(target, Map.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive/other is not claimed");
    Path inside = root.instance("a").resolve("root");
    assertThat(inside.resolve("other")).doesNotExist();
    assertThat(inside.resolve("workspace")).isDirectory();

    root.attaching().connect(target, Map.of());
    assertThat(inside.resolve("other")).doesNotExist();
    assertThat(lives(target)).isTrue();
  }

  @Test
  @DisplayName("whose launch died before its last step does not run, and can be launched again")
  void survivesHalfLaunch() throws IOException {
    VolumeRecord other = root.drive("other");
    root.launch("a", other);
    Files.delete(root.instance("a").resolve("instance.json"));
    assertThat(root.instances().find("a")).isEmpty();
    assertThat(root.attaching().users(List.of(other)).get(other.key())).isEmpty();

    TargetRecord target = root.attach(Target.instance("a"), "next-life", drive);
    root.instances().launch(target, Map.of());

    assertThat(Bytes.list(root.instance("a").resolve("root")))
        .containsExactly(root.instance("a").resolve("root/workspace"));
    assertThat(root.attaching().users(List.of(other)).get(other.key())).isEmpty();
    assertThat(users()).hasSize(1);
  }

  @Test
  @DisplayName("does not start with a drive whose folder is missing")
  void needsFolders() throws IOException {
    Trash.removeAll(root.folder(drive));

    assertThatThrownBy(() -> root.launch("a", drive))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("launch instance/a in local");
    assertThat(root.instances().find("a")).isEmpty();
  }
}
