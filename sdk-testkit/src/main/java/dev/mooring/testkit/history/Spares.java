package dev.mooring.testkit.history;

import dev.mooring.testkit.process.ClientProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Processes that are started before they are needed. */
final class Spares implements AutoCloseable {
  private static final int READY = 2;

  private final Supplier<ClientProcess> start;
  private final Deque<ClientProcess> ready = new ArrayDeque<>();
  private final List<ClientProcess> all = new ArrayList<>();

  Spares(Supplier<ClientProcess> start) {
    this.start = start;
  }

  synchronized ClientProcess take() {
    while (ready.size() <= READY) {
      ClientProcess next = start.get();
      ready.add(next);
      all.add(next);
    }
    return ready.remove();
  }

  @Override
  public synchronized void close() {
    all.forEach(ClientProcess::close);
  }
}
