package dev.mooring.cli.internal.share;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.ShareJson;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.output.ShareText;
import dev.mooring.filesystem.Share;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the shares of a filesystem. */
@Command(name = "shares", description = "list a filesystem's shares in other namespaces")
public final class SharesCommand implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  /** The command of a context. */
  public SharesCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<Share> shares = Noun.FILESYSTEM.named(cli, "list the shares of", name).shares();
    cli.print(
        () -> Json.array(shares, ShareJson::of),
        () ->
            shares.isEmpty()
                ? ""
                : ShareText.table(shares, Instant.now())
                    .render(cli.terminal().width(), cli.style()));
    if (shares.isEmpty()) {
      cli.tell("no shares");
    }
    return ExitCodes.DONE;
  }
}
