package dev.mooring.internal.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Work that throws what it is given, one after the other, and then answers {@code done}. */
final class Script implements Supplier<String> {
  private final Deque<RuntimeException> failures;
  int calls;

  Script(RuntimeException... failures) {
    this.failures = new ArrayDeque<>(List.of(failures));
  }

  @Override
  public String get() {
    calls++;
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    return "done";
  }
}
