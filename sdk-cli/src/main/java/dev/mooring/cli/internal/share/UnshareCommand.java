package dev.mooring.cli.internal.share;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.ShareJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.Operation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a share away. */
@Command(
    name = "unshare",
    description = "take a filesystem away from another namespace; its data stay")
public final class UnshareCommand implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  @Option(
      names = "--namespace",
      paramLabel = "N",
      required = true,
      description = "the other namespace")
  private String namespace;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public UnshareCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String resource = "fs/" + Noun.FILESYSTEM.name("unshare", name);
    Duration limit = wait.limit(cli, "unshare", resource);
    SharedFilesystem filesystem = Noun.FILESYSTEM.named(cli, "unshare", name);
    Operation<Share> operation =
        filesystem.shares().stream()
            .filter(share -> share.namespace().equals(namespace))
            .findFirst()
            .orElseThrow(() -> none(filesystem))
            .revoke();
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    Share share =
        cli.waiting(
            "unsharing " + resource,
            "the share goes as soon as nobody mounts it: see mooring fs shares "
                + filesystem.name(),
            display -> operation.await(limit, display));
    cli.print(
        () -> ShareJson.of(share),
        () -> "fs/" + filesystem.name() + " is no more shared into " + share.namespace() + "\n");
    return ExitCodes.DONE;
  }

  private NotFoundException none(SharedFilesystem filesystem) {
    return new NotFoundException(
        Problem.tried("unshare")
            .on(filesystem.ref().toString())
            .in(filesystem.region())
            .because("it is not shared into that namespace")
            .hint("list its shares with mooring fs shares " + filesystem.name()));
  }
}
