package dev.mooring.embedded;

import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the section {@code embedded} of a region's configuration: {@code root}, a folder, where a
 * leading {@code ~/} is the user's home and a relative path begins at the file's own folder; or
 * {@code inMemory: true}; and {@code launchGrace}, 10 minutes unless set.
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
    Optional<Path> root = settings.path("root");
    boolean inMemory = settings.bool("inMemory").orElse(false);
    Duration grace = settings.duration("launchGrace").orElse(Embedded.LAUNCH_GRACE);
    if (inMemory && root.isPresent()) {
      settings.wrong("root", "cannot be combined with inMemory: true");
    } else if (!inMemory && root.isEmpty() && settings.raw("root").isEmpty()) {
      settings.wrong("root", "is missing: name a folder, or say inMemory: true", "~/.mooring");
    }
    return root.filter(path -> !inMemory)
        .map(Embedded::at)
        .orElseGet(Embedded::inMemory)
        .launchGrace(grace);
  }
}
