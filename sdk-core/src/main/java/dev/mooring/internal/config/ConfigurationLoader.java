package dev.mooring.internal.config;

import dev.mooring.config.Configuration;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.cost.PriceBook;
import dev.mooring.error.Problem;
import dev.mooring.internal.validate.Violations;
import dev.mooring.profile.CreateBy;
import dev.mooring.spi.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and reads the configuration. Immutable. */
public final class ConfigurationLoader {
  private static final Problem PROBLEM = Problem.tried("read the configuration");

  /** In the order in which messages list them. */
  private static final String[] KEYS = {
    "account", "owner", "role", "home", "region", "store", "regions", "prices", "timeouts", "retry"
  };

  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationLoader.class);

  private final Surroundings surroundings;
  private final Providers providers;
  private final Map<String, String> program;

  ConfigurationLoader(Surroundings surroundings, Providers providers, Map<String, String> program) {
    this.surroundings = surroundings;
    this.providers = providers;
    this.program = Map.copyOf(program);
  }

  /** A loader that looks at the process's environment and system properties. */
  public static ConfigurationLoader system() {
    return new ConfigurationLoader(Surroundings.system(), Providers.onClassPath(), Map.of());
  }

  /** A loader that looks at nothing but what it is given. */
  public static ConfigurationLoader withoutEnvironment() {
    return new ConfigurationLoader(Surroundings.none(), Providers.onClassPath(), Map.of());
  }

  /** The same, with the program's overrides of scalar keys. */
  public ConfigurationLoader overriding(Map<String, String> overrides) {
    return new ConfigurationLoader(surroundings, providers, overrides);
  }

  /** Looks for a file and reads it; without one, everything is as by default. */
  public LoadedConfiguration load() {
    Optional<Path> file = ConfigurationFile.find(surroundings);
    return file.isPresent()
        ? load(file.get())
        : read(Problem.tried("connect without a file"), new Violations(), Document.empty(""));
  }

  /** Reads a file. */
  public LoadedConfiguration load(Path file) {
    Violations violations = new Violations();
    Document document = Documents.read(violations, "configuration", file);
    return read(PROBLEM.on(document.name()), violations, document);
  }

  /** Reads YAML or JSON text. */
  public LoadedConfiguration parse(String yamlOrJson) {
    Violations violations = new Violations();
    return read(
        PROBLEM,
        violations,
        Documents.parse(violations, "configuration", "the text", null, yamlOrJson));
  }

  private LoadedConfiguration read(Problem problem, Violations violations, Document document) {
    // A file that is no file says nothing: what it lacks would only hide that.
    violations.orThrow(problem);
    Overrides overrides = new Overrides(surroundings, program);
    Sources sources = new Sources(overrides);
    sources.add(document, "");
    Settings root =
        Settings.of(withRegions(document, sources, overrides), overrides, document.folder());
    root.allow(KEYS);
    Violations broken = new Violations();
    PricesSource prices = new PricesSource(overrides, sources, broken);
    PriceBook book = prices.read(root);
    Configuration configuration = new ConfigurationReader(root, providers, broken).read(book);
    broken.addAll(root.finish());
    broken.addAll(overrides.finish());
    sources.located(broken.list()).forEach(violations::add);
    violations.orThrow(problem);
    Configuration read = Objects.requireNonNull(configuration);
    read.regions().forEach(ConfigurationLoader::warn);
    return EffectiveValues.of(read, sources);
  }

  private static void warn(String region, RegionConfiguration settings) {
    settings.profiles().stream()
        .filter(profile -> profile.createBy() != CreateBy.MEMBER)
        .forEach(
            profile ->
                LOG.warn(
                    "createBy of profile {} in region {} is told to users, but not enforced",
                    profile.name(),
                    region));
  }

  /** Without regions there is one, embedded under {@code $MOORING_HOME} unless in memory. */
  private Map<String, Object> withRegions(Document document, Sources sources, Overrides overrides) {
    Map<String, Object> tree = new LinkedHashMap<>(document.tree());
    if (tree.get("regions") == null) {
      boolean inMemory =
          overrides.value("regions.local.embedded.inMemory").filter("true"::equals).isPresent();
      String root = surroundings.mooringHome().toAbsolutePath().toString();
      Map<String, String> embedded = inMemory ? Map.of() : Map.of("root", root);
      tree.put("regions", Map.of("local", Map.of("embedded", embedded)));
      if (surroundings.variable("MOORING_HOME").isPresent()) {
        sources.add("regions.local.embedded.root", "environment MOORING_HOME");
      }
    }
    return tree;
  }
}
