package dev.mooring.cli.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.AttachmentJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.option.TargetOptions;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.operation.Operation;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Detaches volumes. */
@Command(
    name = "detach",
    description = "detach volumes from a target, all unless some are named, and wait until free")
public final class DetachCommand implements Callable<Integer> {
  private final Cli cli;

  @Mixin private TargetOptions targetOptions;

  @Parameters(index = "1..*", paramLabel = "NAME", description = "the volumes")
  private List<String> names = List.of();

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public DetachCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Target target = targetOptions.target(cli, "detach");
    Duration limit = wait.limit(cli, "detach", target.toString());
    VolumeRef[] volumes = volumes(target);
    TargetAttachments attachments = cli.storage().attachments().of(target);
    Operation<List<Attachment>> operation =
        names.isEmpty() ? attachments.detachAll() : attachments.detach(volumes);
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    print(
        target,
        cli.waiting(
            "detaching from " + target,
            "the detachment goes on: see mooring attachments --target " + target,
            display -> operation.await(limit, display)));
    return ExitCodes.DONE;
  }

  private VolumeRef[] volumes(Target target) {
    Reading reading = new Reading();
    List<VolumeRef> volumes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      reading.volume("names[" + i + "]", names.get(i)).ifPresent(volumes::add);
    }
    reading.check("detach", target.toString());
    return volumes.toArray(VolumeRef[]::new);
  }

  private void print(Target target, List<Attachment> detached) {
    cli.print(
        () -> Json.array(detached, AttachmentJson::of),
        () -> {
          StringBuilder text = new StringBuilder();
          for (Attachment attachment : detached) {
            text.append(attachment.volume())
                .append(" is detached from ")
                .append(target)
                .append('\n');
          }
          return text.toString();
        });
    if (detached.isEmpty()) {
      cli.tell("nothing of it was attached to " + target);
    }
  }
}
