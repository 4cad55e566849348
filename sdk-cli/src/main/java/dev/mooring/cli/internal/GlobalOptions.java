package dev.mooring.cli.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, which may stand before and after it. */
public final class GlobalOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "the configuration file, instead of the one that is found")
  private @Nullable Path config;

  @Option(
      names = "--account",
      paramLabel = "A",
      scope = ScopeType.INHERIT,
      description = "the account, instead of the configuration's")
  private @Nullable String account;

  @Option(
      names = "--region",
      paramLabel = "R",
      scope = ScopeType.INHERIT,
      description = "the region, instead of the default one")
  private @Nullable String region;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "print one JSON document, also on failure")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "print no progress")
  private boolean quiet;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "print without colours")
  private boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "print this help")
  @SuppressWarnings("UnusedVariable") // picocli alone reads it
  private boolean help;

  /** The configuration file asked for. */
  public Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** What the command line says before any other source of the configuration. */
  public Map<String, String> overrides() {
    Map<String, String> overrides = new LinkedHashMap<>();
    if (account != null) {
      overrides.put("account", account);
    }
    if (region != null) {
      overrides.put("region", region);
    }
    return overrides;
  }

  /** The region asked for. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Whether results are JSON. */
  public boolean json() {
    return json;
  }

  /** Whether progress is not wanted. */
  public boolean quiet() {
    return quiet;
  }

  /** Whether colours are not wanted. */
  public boolean noColor() {
    return noColor;
  }
}
