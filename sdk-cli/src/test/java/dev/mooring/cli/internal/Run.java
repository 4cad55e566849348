package dev.mooring.cli.internal;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.StorageClient;
import dev.mooring.cli.internal.output.Terminal;
import dev.mooring.config.Configuration;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.spi.Backend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one run of the program did.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
public record Run(int code, String out, String err) {
  /** Runs a command line in this process, with everything real. */
  public static Run of(String... arguments) {
    return run(Cli::load, StorageClient::connect, Map.of(), arguments);
  }

  /** Runs a command line with a client, without a configuration, and with an environment. */
  public static Run with(
      Function<Configuration, StorageClient> connector,
      Map<String, String> environment,
      String... arguments) {
    Configuration configuration =
        StorageClient.builder().region("local", mock(Backend.class)).configuration();
    LoadedConfiguration loaded = new LoadedConfiguration(configuration, List.of());
    return run(options -> loaded, connector, environment, arguments);
  }

  private static Run run(
      Function<GlobalOptions, LoadedConfiguration> loader,
      Function<Configuration, StorageClient> connector,
      Map<String, String> environment,
      String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, environment);
    Cli cli = new Cli(terminal, loader, connector, Interruption.manual(terminal));
    int code = Runner.run(cli, arguments);
    return new Run(code, out.toString(), err.toString());
  }

  /** Standard output as the one JSON document that it must be. */
  public JsonNode json() {
    ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try {
      return mapper.readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException("not one JSON document: " + out, e);
    }
  }

  /** The error of a failure's document. */
  public JsonNode error() {
    return json().path("error");
  }
}
