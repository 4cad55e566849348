package dev.mooring.testkit.crash;

import dev.mooring.testkit.fault.Gate;
import java.util.List;

/**
 * A place that every change of another process passes: counts them, and holds one on request.
 * Thread-safe.
 */
public interface Tap extends AutoCloseable {
  /** Forgets what was recorded and asked for; all changes pass. */
  void reset();

  /** The changes since the last reset, in their order, in words: the same for the same change. */
  List<String> seen();

  /**
   * Holds the n-th change from now on at a gate.
   *
   * @param n from 1
   * @param gate whether before or after its effect; dropped, it loses the change or its answer
   */
  void hold(int n, Gate gate);

  /**
   * Whether a change, by its words, lasts once it is made; else it waits for a later one, as a
   * statement does for its commit.
   */
  default boolean lasts(String change) {
    return true;
  }

  /** Lets everything pass that is held, and ends. */
  @Override
  void close();
}
