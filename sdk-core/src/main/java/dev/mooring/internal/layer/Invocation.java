package dev.mooring.internal.layer;

import dev.mooring.telemetry.CallEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the layers: what is called, with what, and what the retry layer notes
 * for those outside it. Belongs to one thread.
 */
final class Invocation {
  private final CallEvent.Call call;
  private final List<Object> arguments;
  private int attempts;
  private @Nullable String gaveUp;

  Invocation(String name, String region, String resource, List<Object> arguments) {
    this.call = new CallEvent.Call(name, region, resource, CallTable.of(name) != Repeat.NEVER);
    this.arguments = arguments;
  }

  CallEvent.Call call() {
    return call;
  }

  Repeat repeat() {
    return CallTable.of(call.name());
  }

  /** What it is called with, as far as it can be checked. */
  List<Object> arguments() {
    return arguments;
  }

  /** How often it was tried; 0 when it did not come so far. */
  int attempts() {
    return attempts;
  }

  /** Notes one more try. */
  void attempt() {
    attempts++;
  }

  /** Why it was not tried again although it may be; empty otherwise. */
  Optional<String> gaveUp() {
    return Optional.ofNullable(gaveUp);
  }

  /** Notes why it is not tried again. */
  void giveUp(String why) {
    gaveUp = why;
  }
}
