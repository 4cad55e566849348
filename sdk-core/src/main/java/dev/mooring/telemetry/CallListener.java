package dev.mooring.telemetry;

/**
 * Hears of every call that the SDK makes to a backend, for metrics and traces. Called on the thread
 * that makes the call, which may be one of the SDK's own; must be thread-safe and quick; exceptions
 * that it throws are logged and ignored. What a watch reports later is no call.
 */
@FunctionalInterface
public interface CallListener {
  /** A call ended, all its attempts included. */
  void ended(CallEvent event);

  /**
   * A call begins; a tracer opens its span here. {@link #ended} follows on the same thread. Does
   * nothing by default.
   */
  default void began(CallEvent.Call call) {}
}
