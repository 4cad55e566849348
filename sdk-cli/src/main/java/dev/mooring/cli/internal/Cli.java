package dev.mooring.cli.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.StorageClient;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.ProgressDisplay;
import dev.mooring.cli.internal.output.Style;
import dev.mooring.cli.internal.output.Terminal;
import dev.mooring.config.Configuration;
import dev.mooring.config.LoadedConfiguration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with: the global options, the terminal, and the client, which is opened when
 * it is first asked for. One for each run; for its main thread.
 */
public final class Cli implements AutoCloseable {
  private final Terminal terminal;
  private final Function<GlobalOptions, LoadedConfiguration> loader;
  private final Function<Configuration, StorageClient> connector;
  private final Interruption interruption;
  private final GlobalOptions options = new GlobalOptions();
  private @Nullable LoadedConfiguration loaded;
  private @Nullable StorageClient storage;

  /** A context of a terminal, with ways to find the configuration and to connect. */
  public Cli(
      Terminal terminal,
      Function<GlobalOptions, LoadedConfiguration> loader,
      Function<Configuration, StorageClient> connector,
      Interruption interruption) {
    this.terminal = terminal;
    this.loader = loader;
    this.connector = connector;
    this.interruption = interruption;
  }

  /** The process's own. */
  public static Cli ofProcess() {
    Terminal terminal = Terminal.ofProcess();
    return new Cli(terminal, Cli::load, StorageClient::connect, Interruption.ofProcess(terminal));
  }

  /** Finds the configuration as the options say. */
  public static LoadedConfiguration load(GlobalOptions options) {
    return LoadedConfiguration.load(options.config(), options.overrides());
  }

  /** The global options, filled when the command line was read. */
  public GlobalOptions options() {
    return options;
  }

  /** Where it writes. */
  public Terminal terminal() {
    return terminal;
  }

  /** The configuration in force, and where its values come from. */
  public LoadedConfiguration loaded() {
    if (loaded == null) {
      loaded = loader.apply(options);
    }
    return loaded;
  }

  /** The configuration in force. */
  public Configuration configuration() {
    return loaded().configuration();
  }

  /** The client. */
  public StorageClient storage() {
    if (storage == null) {
      storage = connector.apply(configuration());
      // A mistyped region is told with the nearest names before anything else happens.
      options.region().ifPresent(storage.regions()::named);
    }
    return storage;
  }

  /** The region asked for, or null for the default one. */
  public @Nullable String region() {
    return options.region().orElse(null);
  }

  /** Colours for results. */
  public Style style() {
    return style(terminal.outIsTerminal());
  }

  /** Colours for messages. */
  public Style messageStyle() {
    return style(terminal.errIsTerminal());
  }

  private Style style(boolean isTerminal) {
    return new Style(isTerminal && !options.noColor() && !terminal.refusesColor());
  }

  /** Prints the result: as JSON if that is wanted, else for people. */
  public void print(Supplier<? extends JsonNode> json, Supplier<String> text) {
    printRaw(options.json() ? Json.write(json.get()) : text.get());
  }

  /** Prints a result that has one form only. */
  public void printRaw(String text) {
    terminal.out().print(text);
    terminal.out().flush();
  }

  /** Tells something beside the result. */
  public void tell(String message) {
    if (!options.quiet()) {
      warn(message);
    }
  }

  /** Tells something beside the result that nobody may miss. */
  public void warn(String message) {
    terminal.err().println(message);
    terminal.err().flush();
  }

  /**
   * Does something that takes time, and shows how far it is.
   *
   * @param what what it is, for example {@code creating drive/workspace}
   * @param afterwards what to say when the user interrupts it
   */
  public <T> T waiting(String what, String afterwards, Function<ProgressDisplay, T> work) {
    return interruptible(
        afterwards,
        () -> {
          try (ProgressDisplay display = new ProgressDisplay(terminal, mode(), what)) {
            return work.apply(display);
          }
        });
  }

  /** Does something, with what to say when the user interrupts it. */
  public <T> T interruptible(String afterwards, Supplier<T> work) {
    Interruption.Waiting before = interruption.begin(afterwards, options.json());
    try {
      return work.get();
    } finally {
      interruption.end(before);
    }
  }

  private ProgressDisplay.Mode mode() {
    if (options.quiet()) {
      return ProgressDisplay.Mode.NONE;
    }
    return terminal.errIsTerminal() && !Optional.of("dumb").equals(term())
        ? ProgressDisplay.Mode.SPINNER
        : ProgressDisplay.Mode.LINES;
  }

  private Optional<String> term() {
    return Optional.ofNullable(terminal.environment().get("TERM"));
  }

  @Override
  public void close() {
    terminal.out().flush();
    terminal.err().flush();
    if (storage != null) {
      storage.close();
    }
  }
}
