package dev.mooring.kubernetes.internal.provision;

import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import io.fabric8.kubernetes.api.model.storage.CSIDriverList;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which CSI drivers are registered; read at most every ten seconds. Thread-safe. */
public final class DriverPresence {
  private final Api api;

  /** Whether each tells its room, by name; empty where this client may not know. */
  private final Recent<Optional<Map<String, Boolean>>> drivers;

  /** The drivers of a cluster. */
  public DriverPresence(Api api, Clock clock) {
    this.api = api;
    this.drivers = new Recent<>(clock, this::read);
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
  public Seen of(String provisioner) {
    if (provisioner.isEmpty() || provisioner.startsWith("kubernetes.io/")) {
      return Seen.UNKNOWN; // in the controller manager, or made by hand
    }
    return drivers
        .get()
        .map(known -> known.containsKey(provisioner) ? Seen.THERE : Seen.MISSING)
        .orElse(Seen.UNKNOWN);
  }

  /** Whether a driver says that it publishes how much room its classes have. */
  public boolean tellsRoom(String provisioner) {
    return drivers.get().map(known -> known.getOrDefault(provisioner, false)).orElse(false);
  }

  private Optional<Map<String, Boolean>> read() {
    Call call = Call.get("apis/storage.k8s.io/v1/csidrivers").saying("list", "CSI drivers");
    Answer answer = api.send(call);
    if (answer.code() == 403) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return Optional.of(
        api.json().read(answer.body(), CSIDriverList.class).getItems().stream()
            .collect(
                Collectors.toMap(
                    driver -> driver.getMetadata().getName(),
                    driver ->
                        driver.getSpec() != null
                            && Boolean.TRUE.equals(driver.getSpec().getStorageCapacity()))));
  }
}
