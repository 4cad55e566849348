package dev.mooring.cli.internal.demo;

import dev.mooring.error.FailedException;
import dev.mooring.error.IntegrityException;
import dev.mooring.error.Problem;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instance;
import dev.mooring.volume.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file that the demonstration writes on one instance and reads on another. Both go through the
 * instance, so that the same works on this machine and in a cluster.
 *
 * @param path where it is in the instance
 * @param text what is in it
 */
record Note(String path, String text) {
  private static final String WRITE = "printf %s \"$1\" > \"$2\" && sync";

  /** Writes it. The text and the path are arguments, so the shell does not interpret them. */
  void write(Instance instance) {
    run(instance, "write", "sh", "-c", WRITE, "sh", text, path);
  }

  /**
   * Reads it again.
   *
   * @throws IntegrityException when it is not what was written
   */
  void verify(Instance instance) {
    String found = checksum(run(instance, "read", "cat", path));
    if (!found.equals(checksum())) {
      throw new IntegrityException(
          Problem.tried("read").on(path).because("its bytes are not those that were written"),
          checksum(),
          found);
    }
  }

  /** The SHA-256 of its bytes. */
  String checksum() {
    return checksum(text);
  }

  private String run(Instance instance, String verb, String... argv) {
    ExecResult result = instance.exec(argv);
    if (result.exitCode() != 0) {
      throw new FailedException(
          Problem.tried(verb)
              .on(path)
              .in(instance.region())
              .because(argv[0] + " ended with exit code " + result.exitCode()),
          Reason.UNKNOWN.name(),
          result.stderr());
    }
    return result.stdout();
  }

  private static String checksum(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
