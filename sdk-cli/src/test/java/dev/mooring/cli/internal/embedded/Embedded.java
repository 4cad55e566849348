package dev.mooring.cli.internal.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands with a configuration of three embedded regions below a folder: {@code local} is the
 * default, {@code small} has a quota of 5 GB, {@code binned} a trash, {@code scheduled} a schedule
 * of snapshots.
 *
 * @param root the folder
 */
record Embedded(Path root) {
  private static final String CONFIGURATION =
      """
      account: acme
      owner: {kind: user, name: ana}
      home: local
      regions:
        local:
          embedded: {root: %1$s/local}
        small:
          embedded: {root: %1$s/small}
          limits: {quota: 5GB}
        binned:
          embedded: {root: %1$s/binned}
          profiles:
            - {name: block, kind: drive, default: true, trash: 7d, bestFor: [code, notebooks]}
        scheduled:
          embedded: {root: %1$s/scheduled}
          profiles:
            - {name: block, kind: drive, default: true, snapshots: {keep: {monthly: 2}}}
      timeouts: {wait: 30s}
      """;

  /** Writes the configuration. */
  static Embedded below(Path root) {
    try {
      Files.writeString(root.resolve("mooring.yaml"), CONFIGURATION.formatted(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Embedded(root);
  }

  /** Runs a command line, which is split at its spaces. */
  Run run(String line) {
    return run(List.of(line.split(" ")));
  }

  /** Runs a command. */
  Run run(List<String> arguments) {
    String file = root.resolve("mooring.yaml").toString();
    return Run.of(
        Stream.concat(Stream.of("--config", file), arguments.stream()).toArray(String[]::new));
  }

  /** Runs a command that must succeed, and returns its document. */
  JsonNode json(String line) {
    Run run = run(line + " --json");
    if (run.code() != 0) {
      throw new AssertionError(line + " ended with " + run);
    }
    return run.json();
  }

  /** Runs a command that must succeed, and returns what it printed. */
  String text(String line) {
    Run run = run(line);
    if (run.code() != 0) {
      throw new AssertionError(line + " ended with " + run);
    }
    return run.out();
  }
}
