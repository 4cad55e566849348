package dev.mooring.cli.internal.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command writes: results to standard output, everything else to standard error.
 *
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 * @param environment the environment variables
 */
public record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 40;

  /** The process's own. */
  public static Terminal ofProcess() {
    return new Terminal(
        writer(new FileOutputStream(FileDescriptor.out)),
        writer(new FileOutputStream(FileDescriptor.err)),
        isTerminal(1),
        isTerminal(2),
        System.getenv());
  }

  /** A writer of UTF-8, whatever the locale says: JSON is always that. */
  public static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  /** How many columns there are: {@code COLUMNS}, else 80. */
  public int width() {
    try {
      return Math.max(NARROWEST, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return WIDTH;
    }
  }

  /** Whether colours are not wanted, by the convention of no-color.org. */
  public boolean refusesColor() {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether its user looks for a defect of the program. */
  public boolean debug() {
    return environment.getOrDefault("MOORING_DEBUG", "").equals("1");
  }

  /**
   * Java tells only whether there is a console, not which stream goes there. Linux tells what each
   * stream is; elsewhere the output is as plain as in a pipe.
   */
  private static boolean isTerminal(int stream) {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return file.startsWith("/dev/pts/")
          || file.startsWith("/dev/tty")
          || file.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
