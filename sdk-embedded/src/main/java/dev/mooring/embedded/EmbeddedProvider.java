package dev.mooring.embedded;

import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the section {@code embedded} of a region's configuration: {@code root}, a folder, where a
 * leading {@code ~} is the user's home; or {@code inMemory: true}; and {@code launchGrace}, 10
 * minutes unless set.
 */
public final class EmbeddedProvider implements BackendProvider {
  /** For {@link java.util.ServiceLoader}. */
  public EmbeddedProvider() {}

  @Override
  public String id() {
    return Embedded.ID;
  }

  @Override
  public Backend configure(Settings settings) {
    Optional<Path> root = settings.parsed("root", EmbeddedProvider::path);
    boolean inMemory = settings.bool("inMemory").orElse(false);
    Duration grace = settings.duration("launchGrace").orElse(Embedded.LAUNCH_GRACE);
    if (inMemory && settings.keys().contains("root")) {
      settings.wrong("root", "cannot be combined with inMemory: true");
    } else if (!inMemory && !settings.keys().contains("root")) {
      settings.wrong("root", "is missing: name a folder, or say inMemory: true", "~/.mooring");
    }
    return root.filter(path -> !inMemory)
        .map(Embedded::at)
        .orElseGet(Embedded::inMemory)
        .launchGrace(grace);
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must be the path of a folder");
    }
    String home = System.getProperty("user.home");
    boolean below = text.equals("~") || text.startsWith("~/");
    try {
      return Path.of(below ? home + text.substring(1) : text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is no path: " + e.getReason(), e);
    }
  }
}
