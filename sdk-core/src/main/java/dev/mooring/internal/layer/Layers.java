package dev.mooring.internal.layer;

import dev.mooring.config.RetrySettings;
import dev.mooring.spi.StorageBackend;
import dev.mooring.telemetry.CallListener;
import java.util.List;

/** Puts the layers around a backend: logging, telemetry, validation, retry, then the backend. */
public final class Layers {
  private Layers() {}

  /**
   * The backend behind all layers. Repeated calls share one budget, so there must be one of these
   * for a region.
   *
   * @param backend the backend, which is closed with the answer
   * @param region the region's name
   * @param account the account whose records may pass
   * @param retry how calls are repeated
   * @param listeners hear of every call
   */
  public static StorageBackend around(
      StorageBackend backend,
      String region,
      String account,
      RetrySettings retry,
      List<CallListener> listeners) {
    return around(backend, region, account, retry, listeners, Timing.SYSTEM);
  }

  /** The same, with other time and chance, for tests. */
  public static StorageBackend around(
      StorageBackend backend,
      String region,
      String account,
      RetrySettings retry,
      List<CallListener> listeners,
      Timing timing) {
    Layer layer =
        new LoggingLayer(timing)
            .around(new TelemetryLayer(listeners, timing))
            .around(new ValidationLayer(region, account))
            .around(new RetryLayer(retry, timing));
    return new LayeredBackend(backend, layer, region);
  }
}
