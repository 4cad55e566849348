package dev.mooring.kubernetes.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which CSI drivers run on any node, as the CSINodes tell. Thread-safe. */
public final class DriverNodes {
  private final Api api;
  private final Recent<Optional<Set<String>>> running;

  /** The nodes of a cluster. */
  public DriverNodes(Api api, Clock clock) {
    this.api = api;
    this.running = new Recent<>(clock, this::read);
  }

  /** Whether a driver runs on no node for certain: not when this client may not look. */
  boolean none(String driver) {
    return running.get().filter(names -> !names.contains(driver)).isPresent();
  }

  private Optional<Set<String>> read() {
    Call call = Call.get("apis/storage.k8s.io/v1/csinodes").saying("list", "CSI nodes");
    Answer answer = api.send(call);
    if (answer.code() == 403) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    Set<String> names = new HashSet<>();
    for (JsonNode node : api.json().tree(answer.body()).path("items")) {
      node.at("/spec/drivers").forEach(driver -> names.add(driver.path("name").asText()));
    }
    return Optional.of(names);
  }
}
