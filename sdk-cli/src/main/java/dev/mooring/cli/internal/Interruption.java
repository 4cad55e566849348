package dev.mooring.cli.internal;

import dev.mooring.cli.internal.json.ErrorJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Terminal;
import dev.mooring.error.ErrorCode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is said when the user interrupts a wait: that the work goes on, and how to find it. The JVM
 * itself ends then, with exit code 130 or the like. Thread-safe.
 */
public final class Interruption {
  private final Terminal terminal;
  private final AtomicReference<@Nullable Waiting> current = new AtomicReference<>();

  /** What is under way: what to say of it, and whether in JSON. */
  record Waiting(String afterwards, boolean json) {}

  private Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Hears of the end of this process. */
  public static Interruption ofProcess(Terminal terminal) {
    Interruption interruption = new Interruption(terminal);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(interruption::interrupted, "mooring-interrupted"));
    return interruption;
  }

  /** Hears of nothing by itself. */
  public static Interruption manual(Terminal terminal) {
    return new Interruption(terminal);
  }

  /**
   * Begins a time in which an interruption would leave something under way, and returns what was
   * under way before.
   */
  @Nullable Waiting begin(String afterwards, boolean json) {
    return current.getAndSet(new Waiting(afterwards, json));
  }

  /** Ends that time, and goes back to what was under way before. */
  void end(@Nullable Waiting before) {
    current.set(before);
  }

  /** Says it, if something is under way. */
  public void interrupted() {
    Waiting waiting = current.getAndSet(null);
    if (waiting == null) {
      return;
    }
    if (waiting.json()) {
      terminal
          .out()
          .print(
              Json.write(ErrorJson.of(ErrorCode.CANCELLED, "interrupted", waiting.afterwards())));
      terminal.out().flush();
    }
    if (terminal.errIsTerminal()) {
      terminal.err().println();
    }
    terminal.err().println("mooring: interrupted; " + waiting.afterwards());
    terminal.err().flush();
  }
}
