package dev.mooring.cli.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.AttachmentJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.LaunchJson;
import dev.mooring.cli.internal.option.MountOptions;
import dev.mooring.cli.internal.option.Plans;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.option.TargetOptions;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.operation.Plan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Attaches volumes. */
@Command(
    name = "attach",
    description = "attach volumes to a target, all or nothing; the platform starts the target")
public final class AttachCommand implements Callable<Integer> {
  private static final String POD = "pod";
  private final Cli cli;

  @Mixin private TargetOptions targetOptions;

  @Mixin private MountOptions mounts;

  @Option(names = "--dry-run", description = "only check and price it")
  private boolean dryRun;

  @Option(
      names = "--emit",
      paramLabel = "pod",
      description = "print what a Kubernetes pod of the target needs, as JSON")
  private @Nullable String emit;

  /** The command of a context. */
  public AttachCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Target target = targetOptions.target(cli, "attach");
    if (emit != null) {
      checkEmit(emit, target);
    }
    Plan<Launch> plan = Request.plan(cli, "attach", target, mounts);
    if (dryRun) {
      return Plans.print(cli, plan);
    }
    plan.warnings().forEach(warning -> cli.tell(warning.toString()));
    Launch launch = plan.apply();
    if (emit != null) {
      cli.printRaw(Json.write(PodParts.of(launch)));
    } else {
      print(launch);
    }
    return ExitCodes.DONE;
  }

  private void checkEmit(String form, Target target) {
    Reading reading = new Reading();
    if (!form.equals(POD)) {
      reading.wrong("emit", "must be pod");
    }
    reading.check("attach", target.toString());
    PodParts.check(cli.storage(), target, mounts.firstVolume());
  }

  private void print(Launch launch) {
    List<Attachment> attachments = cli.storage().attachments().of(launch.target()).list();
    cli.print(
        () -> LaunchJson.of(launch).set("attachments", Json.array(attachments, AttachmentJson::of)),
        () ->
            VolumeText.attachments(attachments, Instant.now())
                    .render(cli.terminal().width(), cli.style())
                + "start "
                + launch.target()
                + " before "
                + Words.time(launch.graceUntil())
                + "\n");
  }
}
