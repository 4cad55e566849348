package dev.mooring.cli.internal.demo;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.option.LimitOption;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.region.Region;
import dev.mooring.volume.Capacity;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the demonstration. */
@Command(
    name = "demo",
    description = {
      "run the main job from beginning to end, and leave nothing behind",
      "On the embedded backend, unless a configuration says where: then it is the same there."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final String EMBEDDED = "embedded";
  private final Cli cli;

  @Option(
      names = "--size",
      paramLabel = "S",
      description = "the drive's size; 100GB on embedded, else 1GB, unless set")
  private @Nullable String size;

  @Option(names = "--keep", description = "leave the drive and the second instance behind")
  private boolean keep;

  @Mixin private LimitOption wait;

  /** The command of a context. */
  public DemoCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<Capacity> wanted = reading.size("size", size);
    reading.check("run", "demo");
    String name = cli.region();
    Region region =
        name == null
            ? cli.storage().regions().defaultRegion()
            : cli.storage().regions().named(name);
    Capacity capacity =
        wanted.orElse(region.backend().equals(EMBEDDED) ? Capacity.gb(100) : Capacity.gb(1));
    Demo demo = new Demo(cli, region, capacity, wait.limit(cli, "run", "demo"));
    return cli.interruptible(
        Demo.AFTERWARDS,
        () -> {
          demo.run(keep);
          return ExitCodes.DONE;
        });
  }
}
