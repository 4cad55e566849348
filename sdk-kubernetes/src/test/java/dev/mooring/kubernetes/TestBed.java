package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The processes of the cluster, for tests that kill them: brings everything back after each test,
 * also when it failed, and tells what was killed.
 */
final class TestBed implements BeforeEachCallback, AfterEachCallback {
  private static final Path RUN = Path.of("/run/mooring-testbed/kubernetes");
  private static final URI ETCD = URI.create("http://127.0.0.1:12379/v3/kv/");
  private static final Pattern REVISION = Pattern.compile("\"revision\":\"(\\d+)\"");

  private final List<String> done = new ArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    done.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    up();
    assertThat(done).as("what was disturbed").isNotEmpty();
    System.out.println("Cluster disturbed: " + context.getDisplayName() + ": " + done);
  }

  /** Kills a process at once, and returns when it is gone. */
  void kill(String process) {
    ProcessHandle handle =
        ProcessHandle.of(pid(process))
            .orElseThrow(() -> new AssertionError(process + " does not run"));
    handle.destroyForcibly();
    Eventually.holds(process + " is gone", () -> !handle.isAlive());
    done.add("killed " + process);
  }

  private static long pid(String process) {
    try {
      String words = Files.readString(RUN.resolve("pids").resolve(process));
      return Long.parseLong(words.substring(0, words.indexOf(' ')));
    } catch (IOException e) {
      throw new UncheckedIOException(process + " was not started", e);
    }
  }

  /** Starts what does not run, and returns when nodes and drivers are ready. */
  void up() {
    Path script = Path.of(System.getProperty("mooring.root"), "testbed", "kubernetes");
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "up").redirectErrorStream(true);
    builder.environment().put("DRIVERS", drivers());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Those that were started. */
  private static String drivers() {
    try (Stream<Path> folders = Files.list(RUN.resolve("csi"))) {
      return String.join(" ", folders.map(f -> f.getFileName().toString()).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes etcd forget everything but the present state. */
  void compact() {
    Matcher revision = REVISION.matcher(etcd("range", "{\"key\": \"AA==\"}").replace(" ", ""));
    assertThat(revision.find()).as("etcd tells its revision").isTrue();
    etcd("compaction", "{\"revision\": \"" + revision.group(1) + "\", \"physical\": true}");
    done.add("compacted etcd at " + revision.group(1));
  }

  private static String etcd(String call, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(ETCD.resolve(call))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
