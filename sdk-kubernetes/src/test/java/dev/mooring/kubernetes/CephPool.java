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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pool and filesystem of the test bed's real Ceph, seen by Ceph's own tools. */
final class CephPool {
  private static final Path ENVIRONMENT = Path.of("/run/mooring-testbed/ceph/env");

  private CephPool() {}

  /**
   * Asserts that no image is left, nor one in the trash. Ceph empties that at its own pace, one
   * image after the other: waits as long as it gets on.
   */
  static void assertEmpty() {
    Properties environment = environment();
    String pool = environment.getProperty("RBD_POOL");
    Eventually.passes(
        Eventually.PATIENCE,
        () -> assertThat(rbd(environment, "ls", pool)).as("rbd ls " + pool).isEmpty());
    int left = Integer.MAX_VALUE;
    while (left > 0) {
      int before = left;
      left =
          Eventually.value(
              "the trash of pool " + pool + " gets emptier than " + before,
              () ->
                  Optional.of(rbd(environment, "trash", "ls", "--all", pool).size())
                      .filter(now -> now < before));
    }
    System.out.println("Real Ceph: rbd ls and rbd trash ls of pool " + pool + " are empty");
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

  /** Asserts that no subvolume is left. */
  static void assertNoSubvolumes() {
    Eventually.passes(
        Eventually.PATIENCE,
        () -> assertThat(subvolumes()).as("subvolumes of the real CephFS").isEmpty());
    System.out.println("Real Ceph: ceph fs subvolume ls is empty");
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
