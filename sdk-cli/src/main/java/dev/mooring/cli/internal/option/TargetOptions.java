package dev.mooring.cli.internal.option;

import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.cli.internal.Cli;
import dev.mooring.error.Problem;
import dev.mooring.error.UnsupportedException;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The target of a command. */
public final class TargetOptions {
  @Parameters(paramLabel = "TARGET", description = "the target's name, or KIND/NAME")
  private String target;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "what it is: instance (default), inference, job, cluster, deployment, …")
  private String kind = TargetKind.INSTANCE.word();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "how many nodes a cluster has; more than 1 is not in this release")
  private int nodes = 1;

  /**
   * The target, in the region asked for.
   *
   * @throws dev.mooring.error.InvalidRequestException when it cannot be read
   * @throws UnsupportedException for several nodes
   */
  public Target target(Cli cli, String verb) {
    Reading reading = new Reading();
    if (nodes < 1) {
      reading.wrong("nodes", "must be at least 1");
    }
    Optional<Target> read =
        reading.targetKind("kind", kind).flatMap(word -> reading.target("target", target, word));
    reading.check(verb, target);
    if (nodes > 1) {
      throw new UnsupportedException(
          Problem.tried(verb)
              .on(target)
              .because("targets of several nodes are not supported in this release"),
          "MULTI_NODE");
    }
    return read.orElseThrow().region(cli.region());
  }
}
