package dev.mooring.cli.internal.adopt;

import dev.mooring.adoption.AdoptVolume;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers a volume that is there already. */
@Command(
    name = "adopt",
    description =
        "register a volume that is there already, without owning its data; the same again changes"
            + " nothing")
public final class AdoptCommand<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "what it is to be called, a DNS label")
  private String name;

  @Mixin private SourceOptions source;

  @Option(
      names = "--size",
      paramLabel = "S",
      description =
          "the size that counts, like 100GB; a claim and a PersistentVolume have their own")
  private @Nullable String size;

  @Option(names = "--profile", paramLabel = "P", description = "the profile that it counts as")
  private @Nullable String profile;

  @Option(names = "--description", paramLabel = "D", description = "words for people")
  private @Nullable String description;

  @Option(names = "--label", paramLabel = "K=V", description = "a label; repeatable")
  private Map<String, String> labels = Map.of();

  @Option(names = "--mount-path", paramLabel = "PATH", description = "the default mount path")
  private @Nullable String mountPath;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public AdoptCommand(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    String resource = noun.kind().word() + "/" + noun.name("adopt", name);
    Duration limit = wait.limit(cli, "adopt", resource);
    Reading reading = new Reading();
    AdoptVolume request = request(reading);
    reading.check("adopt", resource);
    V adopted = noun.in(cli.storage()).adopt(request);
    if (wait.none()) {
      return OperationOutput.print(cli, adopted.operation());
    }
    V volume =
        cli.waiting(
            "adopting " + resource,
            "the adoption of "
                + resource
                + " goes on: see mooring "
                + noun.kind().word()
                + " show "
                + adopted.name(),
            display -> adopted.await(limit, display));
    cli.print(() -> VolumeJson.of(volume), () -> VolumeText.of(volume, cli.style()));
    return ExitCodes.DONE;
  }

  private AdoptVolume request(Reading reading) {
    Optional<Capacity> asked = reading.size("size", size);
    AdoptVolume request =
        AdoptVolume.named(noun.name("adopt", name))
            .claim(source.claim())
            .persistentVolume(source.persistentVolume())
            .size(asked.orElse(null))
            .region(cli.region())
            .profile(profile)
            .description(description)
            .labels(new Labels(labels))
            .mountPath(mountPath);
    StaticVolumeSpec data = source.source(reading);
    return data == null ? request : request.source(data);
  }
}
