package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.CancelledException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.instance.ExecResult;
import dev.mooring.spi.Durations;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A command in an instance")
class CommandsTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;
  private TestRoot root;
  private VolumeRecord drive;
  private Path inside;

  @BeforeEach
  void launch() throws IOException {
    root = new TestRoot(folder.resolve("root"));
    drive = root.drive("workspace");
    inside = root.launch("a", drive).toRealPath();
  }

  @AfterEach
  void close() {
    root.close();
  }

  private ExecResult exec(String... argv) {
    return root.instances().exec("a", List.of(argv), LIMIT);
  }

  @Test
  @DisplayName("runs in its root folder, with little of this process's environment")
  void runsInRoot() {
    assertThat(exec("pwd").stdout()).isEqualTo(inside + "\n");
    assertThat(exec("env").stdout().lines().map(line -> line.split("=", 2)[0]))
        .contains("PATH", "HOME", "MOORING_INSTANCE")
        .isSubsetOf("PATH", "LANG", "LC_ALL", "TZ", "HOME", "PWD", "MOORING_INSTANCE");
    assertThat(exec("env").stdout()).contains("HOME=" + inside + "\n", "MOORING_INSTANCE=a\n");
  }

  @Test
  @DisplayName("is never read by a shell")
  void usesNoShell() {
    assertThat(exec("echo", "$HOME", "`id`", "a;b", "*", "").stdout())
        .isEqualTo("$HOME `id` a;b * \n");
  }

  @Test
  @DisplayName("has nothing to read, its outputs apart, and its exit code told")
  void tellsOutcome() {
    assertThat(exec("cat")).isEqualTo(new ExecResult(0, "", ""));
    assertThat(exec("sh", "-c", "echo out; echo err >&2; exit 7"))
        .isEqualTo(new ExecResult(7, "out\n", "err\n"));
  }

  @Test
  @DisplayName("sees mounted paths, and those below, as this machine knows them")
  void mapsPaths() throws IOException {
    Files.writeString(root.data(drive).resolve("a b ä"), "hello");

    assertThat(exec("cat", "/workspace/a b ä").stdout()).isEqualTo("hello");
    assertThat(exec("cat", "workspace/a b ä").stdout()).isEqualTo("hello");
    assertThat(exec("echo", "/workspace", "/workspaces", "x/workspace", "--in=/workspace").stdout())
        .isEqualTo(inside.resolve("workspace") + " /workspaces x/workspace --in=/workspace\n");
    assertThat(exec("echo", "/workspace/../x").stdout()).isEqualTo("/workspace/../x\n");
  }

  @Test
  @DisplayName("that cannot be started is refused by its name")
  void refusesUnknown() {
    assertThatThrownBy(() -> exec("no-such-command-here", "x"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("'no-such-command-here' cannot be started");
  }

  @Test
  @DisplayName("needs an instance")
  void needsInstance() {
    assertThatThrownBy(() -> root.instances().exec("b", List.of("true"), LIMIT))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("instance/b");
  }

  @Test
  @DisplayName("keeps one MiB of each output, and is not stopped by saying more")
  void capsOutput() {
    ExecResult result =
        exec("sh", "-c", "head -c 3000000 /dev/zero; head -c 2000000 /dev/zero >&2; exit 3");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.stdout()).hasSize(1 << 20);
    assertThat(result.stderr()).hasSize(1 << 20);
  }

  @Test
  @DisplayName("is killed with all its children when it takes too long")
  void isKilled() {
    Path pid = root.data(drive).resolve("pid");
    // On a busy machine the command may be killed before it has begun.
    for (long seconds = 1; !Files.exists(pid); seconds *= 2) {
      Duration limit = Duration.ofSeconds(seconds);
      assertThatThrownBy(
              () ->
                  root.instances()
                      .exec(
                          "a",
                          List.of(
                              "sh",
                              "-c",
                              "sleep 1000 & echo $! > workspace/draft;"
                                  + " mv workspace/draft workspace/pid; wait"),
                          limit))
          .isInstanceOf(StorageTimeoutException.class)
          .hasMessageContaining("'sh' did not end within " + Durations.format(limit));
    }
    Eventually.holds("the child is killed", () -> !isAlive(pid));
  }

  private static boolean isAlive(Path pid) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .filter(ProcessHandle::isAlive)
          .isPresent();
    } catch (IOException e) {
      throw new AssertionError("the command wrote no pid", e);
    }
  }

  @Test
  @DisplayName("ends with its instance")
  void endsWithInstance() throws Exception {
    CompletableFuture<ExecResult> running =
        Aside.begin(() -> exec("sh", "-c", "echo > workspace/on; sleep 1000"));
    Eventually.holds("it runs", () -> Files.exists(root.data(drive).resolve("on")));

    root.instances().stop("a");

    assertThat(running.get(60, TimeUnit.SECONDS).exitCode()).isNotZero();
  }

  @Test
  @DisplayName("ends with its instance, also when that is stopped as it starts")
  void endsWhenStoppedAtOnce() throws Exception {
    root.instances().stop("a");
    for (int round = 0; round < 20; round++) {
      root.instances().launch(root.attach("a", drive), Map.of());
      CompletableFuture<Integer> running =
          Aside.begin(
              () -> {
                try {
                  return exec("sleep", "1000").exitCode();
                } catch (NotFoundException e) {
                  return 1;
                }
              });
      root.instances().stop("a");
      assertThat(running.get(60, TimeUnit.SECONDS)).isNotZero();
    }
  }

  @Test
  @DisplayName("is forgotten when it has ended")
  void isForgotten() {
    Commands commands = new Commands();
    Problem problem = Problem.tried("run");
    commands.run("a", inside, List.of("true"), LIMIT, problem);
    assertThatThrownBy(
            () -> commands.run("b", inside, List.of("no-such-command-here"), LIMIT, problem))
        .isInstanceOf(InvalidRequestException.class);

    assertThat(commands.instances()).isEmpty();
  }

  @Test
  @DisplayName("ends when its caller is interrupted")
  void endsWithCaller() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> exec("sleep", "1000")).isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @DisplayName("is over when it has ended, though a child of its keeps the output open")
  void doesNotWaitForChildren() {
    ExecResult result = exec("sh", "-c", "echo said; sleep 1000 & exit 0");

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout()).isEqualTo("said\n");
  }
}
