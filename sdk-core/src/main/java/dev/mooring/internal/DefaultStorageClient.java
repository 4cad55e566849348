package dev.mooring.internal;

import dev.mooring.StorageClient;
import dev.mooring.config.Configuration;
import dev.mooring.telemetry.CallListener;
import java.time.Clock;
import java.util.List;

/** The client. */
public final class DefaultStorageClient {
  private DefaultStorageClient() {}

  /** Opens a client. */
  public static StorageClient open(
      Configuration configuration, List<CallListener> listeners, Clock clock) {
    return java.util.Optional.<StorageClient>empty().orElseThrow();
  }
}
