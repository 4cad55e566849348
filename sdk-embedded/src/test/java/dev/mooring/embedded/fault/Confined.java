package dev.mooring.embedded.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs programs in confined surroundings, which end with them: nothing stays mounted, whatever
 * happens to the program.
 */
final class Confined {
  /** A mount namespace, in which this user may mount whoever he is outside. */
  private static final List<String> PRIVATE_MOUNTS =
      isRoot()
          ? List.of("unshare", "--mount")
          : List.of("unshare", "--user", "--map-root-user", "--mount");

  private Confined() {}

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Whether this machine lets this user mount a filesystem that only his own processes see. */
  static boolean canMount(Path folder) {
    return run(mounting("size=1m", folder, List.of("true"))).code() == 0;
  }

  /** A class's {@code main}, with a small filesystem of its own mounted on a folder. */
  static List<String> onSmallFilesystem(String size, Path folder, Class<?> main, String... rest) {
    return lines(run(mounting("size=" + size, folder, java(main, rest))));
  }

  /** A class's {@code main}, for which permissions hold also when the user is root. */
  static List<String> underPermissions(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
    }
    command.addAll(java(main, arguments));
    return lines(run(command));
  }

  /** A class's {@code main}. */
  static List<String> freely(Class<?> main, String... arguments) {
    return lines(run(java(main, arguments)));
  }

  private static List<String> mounting(String options, Path folder, List<String> program) {
    String mount = "mount -t tmpfs -o \"$1\" mooring-test \"$2\" && shift 2 && exec \"$@\"";
    List<String> command = new ArrayList<>(PRIVATE_MOUNTS);
    command.addAll(List.of("sh", "-c", mount, "sh", options, folder.toString()));
    command.addAll(program);
    return command;
  }

  private static List<String> java(Class<?> main, String... arguments) {
    Stream<String> command =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    return Stream.concat(command, Stream.of(arguments)).toList();
  }

  private static List<String> lines(Ended ended) {
    if (ended.code() != 0) {
      throw new AssertionError("exit code " + ended.code() + ": " + ended.output());
    }
    return ended.output().lines().toList();
  }

  /** Runs a command to its end; it ends with this process's patience, not before. */
  static Ended run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /**
   * How a program ended.
   *
   * @param code its exit code
   * @param output what it printed
   */
  record Ended(int code, String output) {}
}
