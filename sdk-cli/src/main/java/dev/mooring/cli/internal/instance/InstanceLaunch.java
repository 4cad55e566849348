package dev.mooring.cli.internal.instance;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.attach.Request;
import dev.mooring.cli.internal.json.InstanceJson;
import dev.mooring.cli.internal.json.LaunchJson;
import dev.mooring.cli.internal.option.LimitOption;
import dev.mooring.cli.internal.option.MountOptions;
import dev.mooring.cli.internal.option.Plans;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Launches an instance. */
@Command(
    name = "launch",
    description = "attach volumes to an instance, start it, and wait until it runs")
public final class InstanceLaunch implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "the instance")
  private String name;

  @Mixin private MountOptions mounts;

  @Mixin private LimitOption wait;

  @Option(names = "--dry-run", description = "only check and price it")
  private boolean dryRun;

  /** The command of a context. */
  public InstanceLaunch(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Target target = Target.instance(name).region(cli.region());
    Duration limit = wait.limit(cli, "launch", target.toString());
    Plan<Launch> plan = Request.plan(cli, "launch", target, mounts);
    if (dryRun) {
      return Plans.print(cli, plan);
    }
    plan.warnings().forEach(warning -> cli.tell(warning.toString()));
    Launch launch = plan.apply();
    Instance instance =
        cli.waiting(
            "launching " + target,
            target + " goes on starting: see mooring instance list",
            display -> {
              display.accept(new Progress(0, "STARTING"));
              return cli.storage().instances().launch(launch).await(limit);
            });
    cli.print(
        () -> InstanceJson.of(instance).set("mounts", LaunchJson.of(launch).get("mounts")),
        () -> text(instance, launch));
    return ExitCodes.DONE;
  }

  private static String text(Instance instance, Launch launch) {
    StringBuilder text = new StringBuilder();
    text.append(instance.target()).append(" is ").append(instance.state()).append('\n');
    launch
        .mounts()
        .forEach(
            mount ->
                text.append("  ")
                    .append(mount.path())
                    .append("  ")
                    .append(mount.volume())
                    .append(mount.readOnly() ? " (read-only)" : "")
                    .append(" at ")
                    .append(instance.path(mount.path().value()))
                    .append('\n'));
    return text.toString();
  }
}
