package dev.mooring.cli.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.json.ErrorJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Style;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageException;
import dev.mooring.spi.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what went wrong, and gives the exit code. */
final class Failures {
  private Failures() {}

  /** Reports an exception of a command. */
  static int report(Cli cli, Exception exception) {
    if (exception instanceof StorageException error) {
      return report(cli, error);
    }
    return unexpected(cli, exception);
  }

  private static int report(Cli cli, StorageException error) {
    ErrorCode code = ExitCodes.codeOf(error);
    document(cli, cli.options().json(), ErrorJson.of(error, code));
    String message = headline(error);
    cli.warn(prefix(cli) + message);
    Stream<String> details =
        details(error).map(Object::toString).filter(line -> !message.contains(line));
    details.forEach(line -> cli.warn("  " + line));
    if (cli.terminal().debug()) {
      error.printStackTrace(cli.terminal().err());
    }
    return ExitCodes.of(code);
  }

  /** The message; of several violations only its beginning, for they follow one a line. */
  private static String headline(StorageException error) {
    if (error instanceof InvalidRequestException invalid && invalid.violations().size() > 1) {
      return error.problem().because(invalid.violations().size() + " rules are broken").message();
    }
    return String.valueOf(error.getMessage());
  }

  private static Stream<?> details(StorageException error) {
    if (error instanceof InvalidRequestException e) {
      return e.violations().stream();
    }
    if (error instanceof InUseException e) {
      return e.holders().stream();
    }
    return error instanceof AlreadyExistsException e ? e.differences().stream() : Stream.empty();
  }

  /** Its message may hold anything, a secret too: only its type is told. */
  static int unexpected(Cli cli, Throwable exception) {
    String message = "internal error (" + exception.getClass().getSimpleName() + ")";
    String hint = "set MOORING_DEBUG=1 to see where it comes from, and report it";
    document(cli, cli.options().json(), ErrorJson.of(ErrorCode.INTERNAL, message, hint));
    cli.warn(prefix(cli) + message + "; " + hint);
    if (cli.terminal().debug()) {
      exception.printStackTrace(cli.terminal().err());
    }
    return ExitCodes.of(ErrorCode.INTERNAL);
  }

  /** Reports a command line that cannot be read. */
  static int usage(Cli cli, ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    String message = usageMessage(exception, command);
    String hint = "see " + command.getCommandSpec().qualifiedName() + " --help";
    // The options may not have been read when the mistake was met.
    boolean json = before(arguments, "--").contains("--json");
    document(cli, json, ErrorJson.of(ErrorCode.INVALID_REQUEST, message, hint));
    cli.warn(prefix(cli) + message);
    if (isGroup(command)) {
      command.usage(cli.terminal().err());
    } else {
      cli.warn("  " + hint);
    }
    return ExitCodes.of(ErrorCode.INVALID_REQUEST);
  }

  private static String usageMessage(ParameterException exception, CommandLine command) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(exception.getMessage());
    }
    String first = unmatched.getUnmatched().get(0);
    Set<String> known =
        first.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    String nearest =
        Nearest.of(first, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    return command.getCommandSpec().qualifiedName() + " does not know '" + first + "'" + nearest;
  }

  /** A command that does nothing by itself: its user wants to know what there is. */
  private static boolean isGroup(CommandLine command) {
    return !command.getSubcommands().isEmpty();
  }

  private static List<String> before(String[] arguments, String end) {
    return Arrays.stream(arguments).takeWhile(argument -> !argument.equals(end)).toList();
  }

  private static void document(Cli cli, boolean json, JsonNode document) {
    if (json) {
      cli.printRaw(Json.write(document));
    }
  }

  private static String prefix(Cli cli) {
    Style style = cli.messageStyle();
    return style.bad("mooring:") + " ";
  }
}
