package dev.mooring.testkit.history;

import dev.mooring.testkit.process.ClientProcess;

/** A place for a process: one that is killed is followed by a spare, which is up already. */
final class Slot {
  private final Spares spares;
  private ClientProcess process;

  Slot(Spares spares) {
    this.spares = spares;
    this.process = spares.take();
  }

  synchronized ClientProcess process() {
    return process;
  }

  /** Kills a process, unless another client of the slot was faster. */
  synchronized void kill(ClientProcess doomed) {
    if (process == doomed) {
      process.kill();
      process = spares.take();
    }
  }
}
