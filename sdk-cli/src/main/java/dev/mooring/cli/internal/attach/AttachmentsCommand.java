package dev.mooring.cli.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.AttachmentJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists attachments. */
@Command(name = "attachments", description = "list what is attached to what")
public final class AttachmentsCommand implements Callable<Integer> {
  private final Cli cli;

  @ArgGroup private @Nullable Of of;

  /** One or the other. */
  static final class Of {
    @Option(
        names = "--target",
        paramLabel = "T",
        description = "only those of a target: an instance's name, or KIND/NAME")
    private @Nullable String target;

    @Option(names = "--volume", paramLabel = "V", description = "only those of a volume")
    private @Nullable String volume;
  }

  /** The command of a context. */
  public AttachmentsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<Attachment> attachments = find();
    cli.print(
        () -> Json.array(attachments, AttachmentJson::of),
        () ->
            attachments.isEmpty()
                ? ""
                : VolumeText.attachments(attachments, Instant.now())
                    .render(cli.terminal().width(), cli.style()));
    if (attachments.isEmpty()) {
      cli.tell("no attachments");
    }
    return ExitCodes.DONE;
  }

  private List<Attachment> find() {
    Reading reading = new Reading();
    if (of != null && of.target != null) {
      Optional<Target> target = reading.target("target", of.target, TargetKind.INSTANCE);
      reading.check("list attachments of", of.target);
      return cli.storage().attachments().of(target.orElseThrow().region(cli.region())).list();
    }
    if (of != null && of.volume != null) {
      Optional<VolumeRef> volume = reading.volume("volume", of.volume);
      reading.check("list attachments of", of.volume);
      return cli.storage().attachments().of(volume.orElseThrow());
    }
    try (Stream<Attachment> all = cli.storage().attachments().list()) {
      return all.filter(a -> cli.region() == null || cli.region().equals(a.target().region()))
          .toList();
    }
  }
}
