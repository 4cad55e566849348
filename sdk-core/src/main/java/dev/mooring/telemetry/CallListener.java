package dev.mooring.telemetry;

/**
 * Hears of every call that the SDK makes to a backend, for metrics and traces. Called on the
 * calling thread; must be thread-safe and quick; what it throws is logged and ignored.
 */
@FunctionalInterface
public interface CallListener {
  /** A call ended, all its attempts included. */
  void ended(CallEvent event);

  /** A call begins; a tracer opens its span here. Does nothing by default. */
  default void began(CallEvent.Call call) {}
}
