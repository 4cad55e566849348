package dev.mooring.cli.internal.share;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.ShareJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.cli.internal.output.ShareText;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.Operation;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shares a filesystem. */
@Command(
    name = "share",
    description = "share a filesystem into another namespace, as a claim that pods there mount")
public final class ShareCommand implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  @Option(
      names = "--namespace",
      paramLabel = "N",
      required = true,
      description = "the other namespace")
  private String namespace;

  @Option(
      names = "--claim",
      paramLabel = "C",
      description = "the claim's name there; the filesystem's unless set")
  private @Nullable String claim;

  @Option(names = "--read-only", description = "nobody there can write")
  private boolean readOnly;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public ShareCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String resource = "fs/" + Noun.FILESYSTEM.name("share", name);
    Duration limit = wait.limit(cli, "share", resource);
    SharedFilesystem filesystem = Noun.FILESYSTEM.named(cli, "share", name);
    Operation<Share> operation = filesystem.share(new ShareRequest(namespace, claim, readOnly));
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    Share share =
        cli.waiting(
            "sharing " + resource,
            "the share goes on: see mooring fs shares " + filesystem.name(),
            display -> operation.await(limit, display));
    cli.print(() -> ShareJson.of(share), () -> ShareText.of(share, cli.style()));
    return ExitCodes.DONE;
  }
}
