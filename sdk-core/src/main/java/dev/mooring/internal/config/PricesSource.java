package dev.mooring.internal.config;

import dev.mooring.cost.PriceBook;
import dev.mooring.internal.validate.Violations;
import dev.mooring.spi.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the price book: in the configuration, or in the file that {@code prices.file} names. */
final class PricesSource {
  private static final List<String> KEYS = List.of("currency", "policy", "rates");

  private final Overrides overrides;
  private final Sources sources;
  private final Violations violations;

  PricesSource(Overrides overrides, Sources sources, Violations violations) {
    this.overrides = overrides;
    this.sources = sources;
    this.violations = violations;
  }

  /** Reads it; rates of a file may be for regions that other configurations have. */
  PriceBook read(Settings root) {
    Settings prices = root.sectionOrEmpty("prices");
    Optional<Path> file = prices.path("file");
    if (file.isEmpty()) {
      return PricesReader.read(prices, root.sectionOrEmpty("regions").keys());
    }
    for (String key : KEYS) {
      if (prices.raw(key).isPresent()) {
        prices.wrong(key, "belongs into the file that prices.file names");
      }
    }
    Document document = Documents.read(violations, "prices.file", file.get());
    sources.add(document, "prices");
    Settings book = Settings.of(Map.of("prices", document.tree()), overrides, document.folder());
    PriceBook read = PricesReader.read(book.sectionOrEmpty("prices"), Set.of());
    violations.addAll(book.finish());
    return read;
  }
}
