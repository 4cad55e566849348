package dev.mooring.testkit.crash;

import dev.mooring.spi.Backend;
import dev.mooring.testkit.contract.BackendFixture;

/** A backend under test, and the same through a layer that breaks calls. */
public interface FaultFixture extends BackendFixture {
  /** The same store as {@link #backend()}; all calls pass {@link #layer()}. */
  Backend faulty();

  /** Breaks calls of {@link #faulty()}, and of nobody else. */
  FaultLayer layer();

  /**
   * Whether each fault is tried at each call; else each at calls that change something, and one at
   * each other call.
   */
  boolean exhaustive();
}
