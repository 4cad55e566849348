package dev.mooring.testkit.crash;

import java.util.List;

/** Where the calls of a client to its backend can be counted and broken. Thread-safe. */
public interface FaultLayer extends AutoCloseable {
  /**
   * A way to break a call.
   *
   * @param name in words
   * @param hidesEffect whether the caller cannot know from it if a change was made
   */
  record Fault(String name, boolean hidesEffect) {}

  /** Forgets what was recorded and asked for; nothing is broken. */
  void reset();

  /** The calls since the last reset, in their order. */
  List<FaultPoint> calls();

  /** How a call can be broken here. */
  List<Fault> faults(FaultPoint point);

  /**
   * Breaks the n-th call since the last reset, from 1, if it is one that can be broken so: threads
   * may change their order.
   */
  void inject(int n, Fault fault);

  /** The calls that were broken since the last reset. */
  List<FaultPoint> broken();

  @Override
  void close();
}
