package dev.mooring.cli.internal.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.error.CancelledException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.sized.SizedVolume;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeEvent;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what becomes of volumes. */
@Command(
    name = "watch",
    description =
        "print a line for each change of the account's volumes, until it is interrupted; with"
            + " --json a document on each line")
public final class WatchCommand implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--from",
      paramLabel = "TOKEN",
      description =
          "first what has changed since; TOKEN is from a line of --json, or 'beginning' for all"
              + " volumes that there are")
  private @Nullable String from;

  @Option(names = "--count", paramLabel = "N", description = "end after so many changes")
  private long count = Long.MAX_VALUE;

  @Option(names = "--for", paramLabel = "D", description = "end after a time, for example 10m")
  private @Nullable String limit;

  /** What the watch has said: a change, or why it ended. */
  private record Said(
      @Nullable VolumeEvent<? extends SizedVolume<?>> event, @Nullable StorageException end) {}

  /** The command of a context. */
  public WatchCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<Duration> longest = reading.duration("for", limit);
    reading.check("watch", "volumes");
    BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    VolumeWatch watch = begin(said);
    try {
      print(said, longest.map(Duration::toNanos).orElse(Long.MAX_VALUE));
    } finally {
      watch.close();
    }
    return ExitCodes.DONE;
  }

  private VolumeWatch begin(BlockingQueue<Said> said) {
    VolumeListener<SizedVolume<?>> listener =
        new VolumeListener<>() {
          @Override
          public void heard(VolumeEvent<? extends SizedVolume<?>> event) {
            said.add(new Said(event, null));
          }

          @Override
          public void ended(StorageException cause) {
            said.add(new Said(null, cause));
          }
        };
    return from == null
        ? cli.storage().watch(listener)
        : cli.storage().watch(ResumeToken.of(from), listener);
  }

  private void print(BlockingQueue<Said> said, long nanos) {
    long begun = System.nanoTime();
    try {
      for (long printed = 0; printed < count; ) {
        long left = nanos - (System.nanoTime() - begun);
        Said next = left <= 0 ? null : said.poll(left, TimeUnit.NANOSECONDS);
        if (next == null) {
          return;
        }
        if (next.end() != null) {
          throw next.end();
        }
        if (next.event() != null && isWanted(next.event())) {
          cli.printRaw(cli.options().json() ? json(next.event()) : text(next.event()));
          printed++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          Problem.tried("watch").on("volumes").because("the thread was interrupted").cause(e));
    }
  }

  /** Of one that is gone nobody may know the region any more. */
  private boolean isWanted(VolumeEvent<? extends SizedVolume<?>> event) {
    SizedVolume<?> volume = event.volume();
    return cli.region() == null || volume == null || volume.region().equals(cli.region());
  }

  private static String json(VolumeEvent<? extends SizedVolume<?>> event) {
    SizedVolume<?> volume = event.volume();
    ObjectNode json =
        Json.object()
            .put("type", event.type().name())
            .put("ref", event.ref().toString())
            .put("id", event.id().value())
            .put("observedAt", event.observedAt().toString());
    json.set("volume", volume == null ? null : VolumeJson.of(volume));
    return json.put("token", event.token().text()) + "\n";
  }

  private static String text(VolumeEvent<? extends SizedVolume<?>> event) {
    SizedVolume<?> volume = event.volume();
    String now =
        event.type() == VolumeEvent.Type.DELETED || volume == null
            ? ""
            : " "
                + volume.status()
                + volume.statusReason().map(why -> ": " + why.reason()).orElse("")
                + ", "
                + Words.size(volume.size())
                + " in "
                + volume.region();
    return Words.time(event.observedAt())
        + " "
        + event.type().name().toLowerCase(Locale.ROOT)
        + " "
        + event.ref()
        + now
        + "\n";
  }
}
