package dev.mooring.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What one of the test bed's drivers is to do wrong with the volumes of one namespace, until it is
 * ended. Other namespaces' volumes never meet it, so tests that run meanwhile need not know.
 */
final class DriverFaults {
  private static final Path FOLDER = Path.of("/run/mooring-testbed/faults");

  private final Path file;

  private DriverFaults(Path file) {
    this.file = file;
  }

  /** The faults of a driver for the volumes of a namespace's claims: none yet. */
  static DriverFaults of(String driver, String namespace) {
    return new DriverFaults(FOLDER.resolve(driver + "@" + namespace + ".json"));
  }

  /** Demands them, in the words of the test bed's README; the driver never reads half of them. */
  void write(String json) {
    try {
      Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".draft"), json);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Demands no more. */
  void end() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
