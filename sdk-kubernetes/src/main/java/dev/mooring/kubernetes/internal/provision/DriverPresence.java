package dev.mooring.kubernetes.internal.provision;

import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import io.fabric8.kubernetes.api.model.storage.CSIDriverList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which CSI drivers are registered; read at most every ten seconds. Thread-safe. */
public final class DriverPresence {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Api api;
  private final Clock clock;
  private @Nullable Set<String> names;
  private Instant readAt = Instant.MIN;

  /** The drivers of a cluster. */
  public DriverPresence(Api api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Whether a driver is registered. */
  public enum Seen {
    /** It is. */
    THERE,
    /** It is not. */
    MISSING,
    /** This client may not know, or it is no CSI driver. */
    UNKNOWN
  }

  /** Whether the driver of a provisioner's name is registered. */
  public synchronized Seen of(String provisioner) {
    if (provisioner.isEmpty() || provisioner.startsWith("kubernetes.io/")) {
      return Seen.UNKNOWN; // in the controller manager, or made by hand
    }
    Instant now = clock.instant();
    if (readAt.equals(Instant.MIN) || Duration.between(readAt, now).abs().compareTo(KEPT) > 0) {
      names = read();
      readAt = now;
    }
    if (names == null) {
      return Seen.UNKNOWN;
    }
    return names.contains(provisioner) ? Seen.THERE : Seen.MISSING;
  }

  private @Nullable Set<String> read() {
    Call call = Call.get("apis/storage.k8s.io/v1/csidrivers").saying("list", "CSI drivers");
    Answer answer = api.send(call);
    if (answer.code() == 403) {
      return null;
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return api.json().read(answer.body(), CSIDriverList.class).getItems().stream()
        .map(driver -> driver.getMetadata().getName())
        .collect(Collectors.toSet());
  }
}
