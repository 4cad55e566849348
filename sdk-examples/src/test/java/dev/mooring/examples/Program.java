package dev.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program as its user would: in a process, a folder and a home of its own. */
final class Program {
  private static final long LIMIT_MINUTES = 10;

  private final Path home;
  private final Map<String, String> environment;

  Program(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** What a program ended with. */
  record Result(int exitCode, String stdout, String stderr) {
    /** What it printed, if it ended well. */
    String succeeded() {
      assertThat(exitCode).as("%s%n%s", stdout, stderr).isZero();
      assertThat(stderr).doesNotContain("Exception");
      return stdout;
    }
  }

  /** Runs a class with this JVM's class path. */
  Result main(Class<?> type, String... arguments) throws IOException, InterruptedException {
    List<String> command = java();
    command.addAll(List.of("-cp", classPath(), type.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  List<String> java() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ArrayList<>(
        List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
  }

  static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  Result run(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("program", ".out");
    Path err = Files.createTempFile("program", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MOORING_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
      return new Result(process.exitValue(), text(out), text(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
