package dev.mooring.kubernetes.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster's snapshot classes; read when a snapshot is taken. Thread-safe. */
public final class SnapshotClasses {
  private static final String DEFAULT = "snapshot.storage.kubernetes.io/is-default-class";

  private final Api api;

  /** The classes of a cluster. */
  public SnapshotClasses(Api api) {
    this.api = api;
  }

  /**
   * A class.
   *
   * @param name its name
   * @param driver the CSI driver that takes its snapshots
   * @param isDefault whether snapshots of the driver's volumes get it which name none
   */
  record Info(String name, String driver, boolean isDefault) {}

  /** What is known of the classes. */
  sealed interface Known {}

  /** They are these. */
  record There(List<Info> classes) implements Known {}

  /** The cluster has no snapshot API. */
  record NoApi() implements Known {}

  /** This client may not read them. */
  record Unreadable() implements Known {}

  /** What stands against a class for a driver's volumes; empty when nothing, or nobody may know. */
  public Optional<String> against(String name, String driver) {
    if (!(all() instanceof There there)) {
      return Optional.empty();
    }
    Optional<Info> found = there.classes().stream().filter(c -> c.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      return Optional.of("the volume snapshot class " + name + " does not exist");
    }
    return found
        .map(Info::driver)
        .filter(its -> !its.equals(driver))
        .map(its -> "the volume snapshot class " + name + " is of " + its + ", not of " + driver);
  }

  Known all() {
    Call call = Call.get(SnapshotApi.CLASSES_PATH).saying("list", "volume snapshot classes");
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return new NoApi();
    }
    if (answer.code() == 403) {
      return new Unreadable();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    List<Info> classes = new ArrayList<>();
    for (JsonNode item : api.json().tree(answer.body()).path("items")) {
      JsonNode meta = item.path("metadata");
      classes.add(
          new Info(
              meta.path("name").asText(),
              item.path("driver").asText(),
              meta.path("annotations").path(DEFAULT).asText("").equals("true")));
    }
    return new There(List.copyOf(classes));
  }
}
