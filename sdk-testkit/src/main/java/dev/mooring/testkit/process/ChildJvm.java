package dev.mooring.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM with the class path of this one, which runs a class with a {@code main} and speaks in
 * lines, UTF-8, on its standard output. Its standard error is this process's. Not thread-safe.
 *
 * <pre>{@code
 * try (ChildJvm child = ChildJvm.run(Writer.class, folder.toString())) {
 *   child.awaitLine("committed 10");
 *   child.kill();
 * }
 * }</pre>
 */
public final class ChildJvm implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(60);

  private final Process process;
  private final BufferedReader out;

  private ChildJvm(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a class's {@code main} with these arguments. */
  public static ChildJvm run(Class<?> main, String... arguments) {
    return run(List.of(), main, arguments);
  }

  /** Like {@link #run(Class, String...)}, with options of the JVM, for example {@code -Xmx64m}. */
  public static ChildJvm run(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      return new ChildJvm(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines up to one that begins so, and returns that one. Waits without a limit: give the
   * test one.
   *
   * @throws AssertionError when the process ends before
   */
  public String awaitLine(String beginning) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(beginning)) {
          return line;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the process ended without a line '" + beginning + "'");
  }

  /**
   * Reads the next line; empty once the process has ended, and said nothing more. Waits without a
   * limit.
   */
  public Optional<String> nextLine() {
    try {
      return Optional.ofNullable(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operating system's id of the process. */
  public long pid() {
    return process.pid();
  }

  /** Says a line to the process's standard input. */
  public void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for its end and returns all lines that were not read yet.
   *
   * @throws AssertionError when it does not end within a minute of its last line
   */
  public List<String> end() {
    List<String> lines = new ArrayList<>();
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitEnd();
    return lines;
  }

  /**
   * Its exit code, once it has ended.
   *
   * @throws AssertionError when it does not end within a minute
   */
  public int exitCode() {
    awaitEnd();
    return process.exitValue();
  }

  /** Kills it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    // Not by the process itself, which would close its streams: what it said before can be read.
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the process did not end within " + LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    kill();
  }
}
