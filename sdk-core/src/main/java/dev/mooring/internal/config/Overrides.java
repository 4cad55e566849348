package dev.mooring.internal.config;

import dev.mooring.error.Violation;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.validate.Violations;
import dev.mooring.spi.Nearest;
import dev.mooring.spi.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Program over system property over environment. Variables are matched to the keys that readers ask
 * for, not to a list of keys: so they fit every backend's section. In a variable's name case,
 * {@code _}, {@code -} and {@code .} do not count.
 */
final class Overrides implements Settings.Overrides {
  /** Variables that are no keys: where files are, and switches of the launcher and the build. */
  private static final Set<String> NO_KEYS =
      Set.of("MOORING_CONFIG", "MOORING_HOME", "MOORING_DEBUG", "MOORING_CI_RUN");

  private static final Logger LOG = LoggerFactory.getLogger(Overrides.class);

  /**
   * A value, and who says it.
   *
   * @param key the key as it was given
   * @param source who says it, as {@code config show} tells it
   * @param value the value
   */
  private record Given(String key, String source, String value) {}

  private final Map<String, Given> program = new LinkedHashMap<>();
  private final Map<String, Given> properties = new LinkedHashMap<>();
  private final Map<String, Given> variables = new LinkedHashMap<>();
  private final Map<Given, String> used = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Violations violations = new Violations();

  Overrides(Surroundings surroundings, Map<String, String> byProgram) {
    byProgram.forEach((key, value) -> program.put(key, new Given(key, "program", value)));
    new TreeMap<>(surroundings.properties())
        .forEach(
            (name, value) -> {
              if (name.startsWith("mooring.")) {
                String key = name.substring("mooring.".length());
                properties.put(key, new Given(key, "system property " + name, value));
              }
            });
    // Sorted, so that of two spellings the documented one, with its '_', comes last and counts.
    new TreeMap<>(surroundings.environment())
        .forEach(
            (name, value) -> {
              if (name.startsWith("MOORING_") && !NO_KEYS.contains(name) && !value.isBlank()) {
                Given given = new Given(name, "environment " + name, value);
                variables.put(plain(name.substring("MOORING_".length())), given);
              }
            });
  }

  @Override
  public Optional<String> value(String path) {
    asked.add(path);
    Given counts = null;
    for (Given given :
        Arrays.asList(variables.get(plain(path)), properties.get(path), program.get(path))) {
      if (given != null) {
        String other = used.putIfAbsent(given, path);
        if (other != null && !other.equals(path)) {
          violations.add(path, given.source() + " fits " + other + " too; use the file instead");
        }
        counts = given;
      }
    }
    if (counts != null) {
      sources.put(path, counts.source());
    }
    return Optional.ofNullable(counts).map(Given::value);
  }

  @Override
  public boolean anyIn(String path) {
    String begin = path + ".";
    return program.keySet().stream().anyMatch(key -> key.startsWith(begin))
        || properties.keySet().stream().anyMatch(key -> key.startsWith(begin))
        || variables.keySet().stream().anyMatch(key -> key.startsWith(plain(path)));
  }

  /** Who overrode the key of this path. */
  Optional<String> source(String path) {
    return Optional.ofNullable(sources.get(path));
  }

  /**
   * What was overridden that is no key: a mistake of the program is an error, others are logged,
   * because variables and properties are also set for other programs and versions.
   */
  List<Violation> finish() {
    unused(program)
        .forEach(
            given ->
                violations.add(
                    given.key(),
                    "is no key that can be overridden",
                    Nearest.of(given.key(), asked).orElse(null)));
    Set<String> ours = asked.stream().map(Overrides::first).collect(Collectors.toSet());
    unused(properties)
        .filter(given -> ours.contains(first(given.key())))
        .forEach(given -> warn(given, Nearest.of(given.key(), asked).map("mooring."::concat)));
    List<String> names = asked.stream().map(Overrides::variable).toList();
    unused(variables).forEach(given -> warn(given, Nearest.of(given.key(), names)));
    return violations.list();
  }

  private Stream<Given> unused(Map<String, Given> level) {
    return level.values().stream().filter(given -> !used.containsKey(given));
  }

  private static void warn(Given given, Optional<String> nearest) {
    LOG.warn(
        "{} is no key of the configuration and is ignored{}",
        Shown.of(given.source()),
        nearest.map(near -> "; did you mean " + near + "?").orElse(""));
  }

  /** The variable that overrides a key, as documented. */
  private static String variable(String path) {
    return "MOORING_" + path.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static String first(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
