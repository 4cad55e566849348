package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pool and filesystem of the test bed's real Ceph, seen by Ceph's own tools. */
final class CephPool {
  private static final Path ENVIRONMENT = Path.of("/run/mooring-testbed/ceph/env");

  private CephPool() {}

  /**
   * Asserts that no image is left but those of other namespaces, where other tests are at work, and
   * that none of the trash is left that is in it now: Ceph empties that at its own pace.
   */
  static void assertNothingOf(TestNamespace namespace) {
    Properties environment = environment();
    String pool = environment.getProperty("RBD_POOL");
    Eventually.passes(
        Eventually.PATIENCE,
        () -> {
          // In this order: whose volume is there after the image was listed is not left over.
          List<String> images = rbd(environment, "ls", pool);
          assertThat(images)
              .as("rbd ls " + pool)
              .allMatch(CephObjects.ofOthers(namespace)::contains);
        });
    Set<String> trash = trash(environment, pool);
    while (!trash.isEmpty()) {
      Set<String> before = Set.copyOf(trash);
      trash =
          Eventually.value(
              "the trash of pool " + pool + " loses one of " + before,
              () -> {
                Set<String> left = trash(environment, pool);
                left.retainAll(before);
                return Optional.of(left).filter(now -> now.size() < before.size());
              });
    }
    System.out.println(
        "Real Ceph: rbd ls and rbd trash ls of pool " + pool + " have nothing of " + namespace);
  }

  private static Set<String> trash(Properties environment, String pool) {
    return new TreeSet<>(rbd(environment, "trash", "ls", "--all", pool));
  }

  /** The images of the pool. */
  static List<String> images() {
    Properties environment = environment();
    return rbd(environment, "ls", environment.getProperty("RBD_POOL"));
  }

  /** The subvolumes of the filesystem: one for each filesystem that a driver made. */
  static List<String> subvolumes() {
    Properties environment = environment();
    String listed =
        String.join(
            "",
            tool(
                environment,
                "ceph",
                "fs",
                "subvolume",
                "ls",
                environment.getProperty("CEPHFS_NAME"),
                environment.getProperty("CEPHFS_GROUP", "csi")));
    return Pattern.compile("csi-vol-[0-9a-f-]+")
        .matcher(listed)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** Asserts that no subvolume is left but those of other namespaces. */
  static void assertNoSubvolumesOf(TestNamespace namespace) {
    Eventually.passes(
        Eventually.PATIENCE,
        () -> {
          List<String> subvolumes = subvolumes();
          assertThat(subvolumes)
              .as("subvolumes of the real CephFS")
              .allMatch(CephObjects.ofOthers(namespace)::contains);
        });
    System.out.println("Real Ceph: ceph fs subvolume ls has nothing of " + namespace);
  }

  private static Properties environment() {
    Properties environment = new Properties();
    try (var lines = Files.newBufferedReader(ENVIRONMENT)) {
      environment.load(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no real Ceph: testbed/ceph up, then testbed/kubernetes up", e);
    }
    return environment;
  }

  private static List<String> rbd(Properties environment, String... arguments) {
    return tool(
        environment, Stream.concat(Stream.of("rbd"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** The output's lines; Ceph's tools never give up by themselves, hence the limit. */
  private static List<String> tool(Properties environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("timeout", "30"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CEPH_CONF", environment.getProperty("CEPH_CONF"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + output);
      }
      return output.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
