package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.AmendedPlan;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.Plans;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.operation.Plan;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a volume. */
@Command(
    name = "create",
    description = "create a volume, and wait until it can be used; the same again changes nothing")
public final class VolumeCreate<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "a DNS label")
  private String name;

  @Option(
      names = "--size",
      paramLabel = "S",
      description = "the size with its unit, like 100GB or 100GiB; by default the source's")
  private @Nullable String size;

  @Option(names = "--profile", paramLabel = "P", description = "the profile")
  private @Nullable String profile;

  @Option(names = "--description", paramLabel = "D", description = "words for people")
  private @Nullable String description;

  @Option(names = "--label", paramLabel = "K=V", description = "a label; repeatable")
  private Map<String, String> labels = Map.of();

  @Option(names = "--mount-path", paramLabel = "PATH", description = "the default mount path")
  private @Nullable String mountPath;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "begin as a copy: snapshot:ID, drive:NAME or fs:NAME")
  private @Nullable String source;

  @Option(names = "--dry-run", description = "only check and price it")
  private boolean dryRun;

  @Mixin private WaitOptions wait;

  @Spec private CommandSpec command;

  /** The command of a context. */
  public VolumeCreate(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    String resource = noun.kind().word() + "/" + noun.name("create", name);
    if (size == null && source == null) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "Missing required option: '--size=S', or --from=SOURCE");
    }
    Duration limit = wait.limit(cli, "create", resource);
    Reading reading = new Reading();
    C request = request(reading);
    List<Violation> unread = reading.violations();
    if (dryRun || !unread.isEmpty()) {
      Plan<V> plan =
          new AmendedPlan<>(
              noun.in(cli.storage()).plan(request), unread, Problem.tried("create").on(resource));
      return dryRun ? Plans.print(cli, plan) : print(plan.apply());
    }
    V drive = noun.in(cli.storage()).create(request);
    if (wait.none()) {
      return OperationOutput.print(cli, drive.operation());
    }
    return print(
        cli.waiting(
            "creating " + resource,
            "the creation of "
                + resource
                + " goes on: see mooring "
                + noun.kind().word()
                + " show "
                + drive.name(),
            display -> drive.await(limit, display)));
  }

  private C request(Reading reading) {
    C request =
        noun.request(noun.name("create", name))
            .region(cli.region())
            .profile(profile)
            .description(description)
            .labels(new Labels(labels))
            .mountPath(mountPath);
    C from = reading.source("from", source).map(request::from).orElse(request);
    return reading.size("size", size).map(from::size).orElse(from);
  }

  private int print(V drive) {
    cli.print(() -> VolumeJson.of(drive), () -> VolumeText.of(drive, cli.style()));
    return ExitCodes.DONE;
  }
}
