package dev.mooring.cli.internal.instance;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells where a mounted path is. */
@Command(
    name = "path",
    description = "print where a mounted path is: on embedded the real path on this machine")
public final class InstancePath implements Callable<Integer> {
  private final Cli cli;

  @Parameters(index = "0", paramLabel = "NAME", description = "the instance")
  private String name;

  @Parameters(index = "1", paramLabel = "PATH", description = "where the volume is mounted")
  private String mountPath;

  /** The command of a context. */
  public InstancePath(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Path path = cli.storage().instances().named(name).path(mountPath);
    cli.print(() -> Json.object().put("path", path.toString()), () -> path + "\n");
    return ExitCodes.DONE;
  }
}
