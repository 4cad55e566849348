package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
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

/** Lists volumes. */
@Command(name = "list", description = "list the account's volumes of the kind")
public final class VolumeList<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Option(
      names = "--status",
      paramLabel = "S",
      description = "only those of a status; DELETED lists the trash")
  private @Nullable String status;

  @Option(names = "--label", paramLabel = "K=V", description = "only those with it; repeatable")
  private Map<String, String> labels = Map.of();

  /** The command of a context. */
  public VolumeList(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    List<V> drives;
    try (Stream<V> found = noun.in(cli.storage()).list(filter())) {
      drives = found.toList();
    }
    cli.print(
        () -> Json.array(drives, VolumeJson::of),
        () -> drives.isEmpty() ? "" : table(drives).render(cli.terminal().width(), cli.style()));
    if (drives.isEmpty()) {
      cli.tell("no " + noun.many());
    }
    return ExitCodes.DONE;
  }

  /** Those in the trash are listed by themselves only. */
  private Table table(List<V> drives) {
    return drives.stream().allMatch(drive -> drive.status() == VolumeStatus.DELETED)
        ? VolumeText.trash(drives, Instant.now())
        : VolumeText.table(drives, Instant.now());
  }

  private VolumeFilter filter() {
    Reading reading = new Reading();
    Optional<VolumeStatus> wanted = reading.oneOf("status", status, VolumeStatus.class);
    reading.check("list", noun.many());
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
