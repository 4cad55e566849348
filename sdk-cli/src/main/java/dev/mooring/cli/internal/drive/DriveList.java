package dev.mooring.cli.internal.drive;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.drive.CloudDrive;
import dev.mooring.volume.VolumeFilter;
import dev.mooring.volume.VolumeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists drives. */
@Command(name = "list", description = "list the account's drives")
public final class DriveList implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--status",
      paramLabel = "S",
      description = "only those of a status; DELETED lists the trash")
  private @Nullable String status;

  @Option(names = "--label", paramLabel = "K=V", description = "only those with it; repeatable")
  private Map<String, String> labels = Map.of();

  /** The command of a context. */
  public DriveList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<CloudDrive> drives;
    try (Stream<CloudDrive> found = cli.storage().cloudDrives().list(filter())) {
      drives = found.toList();
    }
    cli.print(
        () -> Json.array(drives, VolumeJson::of),
        () ->
            drives.isEmpty()
                ? ""
                : VolumeText.table(drives, Instant.now())
                    .render(cli.terminal().width(), cli.style()));
    if (drives.isEmpty()) {
      cli.tell("no drives");
    }
    return ExitCodes.DONE;
  }

  private VolumeFilter filter() {
    Reading reading = new Reading();
    Optional<VolumeStatus> wanted = reading.oneOf("status", status, VolumeStatus.class);
    reading.check("list", "drives");
    VolumeFilter filter = VolumeFilter.where();
    if (cli.region() != null) {
      filter = filter.region(cli.region());
    }
    if (wanted.isPresent()) {
      filter = filter.status(wanted.get());
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      filter = filter.label(label.getKey(), label.getValue());
    }
    return filter;
  }
}
