package dev.mooring.cli.internal.output;

import dev.mooring.operation.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how far a wait is: on a terminal one line with a spinner, the seconds and
 * the step; elsewhere a line for each change; with {@code --quiet} nothing. Thread-safe.
 */
public final class ProgressDisplay implements Consumer<Progress>, AutoCloseable {
  private static final String FRAMES = "|/-\\";
  private static final long PERIOD_MILLIS = 120;
  private static final String CLEAR = "\r\u001b[K";
  private final PrintWriter err;
  private final Mode mode;
  private final String what;
  private final int width;
  private final LongSupplier nanos;
  private final long begin;
  private final @Nullable ScheduledExecutorService ticker;
  private String step = "";
  private int frame;
  private boolean closed;

  /** How it is shown. */
  public enum Mode {
    /** Not at all. */
    NONE,
    /** A line for each change. */
    LINES,
    /** One line that moves. */
    SPINNER
  }

  /** Begins to show progress of something, for example {@code creating drive/workspace}. */
  public ProgressDisplay(Terminal terminal, Mode mode, String what) {
    this(terminal, mode, what, System::nanoTime);
  }

  ProgressDisplay(Terminal terminal, Mode mode, String what, LongSupplier nanos) {
    this.err = terminal.err();
    this.mode = mode;
    this.what = what;
    this.width = terminal.width();
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.ticker = mode == Mode.SPINNER ? ticker() : null;
    if (ticker != null) {
      var unused =
          ticker.scheduleAtFixedRate(
              this::draw, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static ScheduledExecutorService ticker() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "mooring-progress");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public synchronized void accept(Progress progress) {
    if (mode == Mode.LINES && !progress.step().equals(step)) {
      err.println(what + ": " + progress.step());
      err.flush();
    }
    step = progress.step();
  }

  synchronized void draw() {
    if (closed) {
      return;
    }
    long seconds = Duration.ofNanos(nanos.getAsLong() - begin).toSeconds();
    char spinner = FRAMES.charAt(frame++ % FRAMES.length());
    String line = spinner + " " + what + " (" + seconds + "s)" + (step.isEmpty() ? "" : " " + step);
    err.print(CLEAR + (line.length() < width ? line : line.substring(0, width - 1)));
    err.flush();
  }

  @Override
  public void close() {
    if (ticker != null) {
      ticker.shutdownNow();
    }
    synchronized (this) {
      closed = true;
      if (frame > 0) {
        err.print(CLEAR);
        err.flush();
      }
    }
  }
}
