package dev.mooring.kubernetes.internal.health;

import static dev.mooring.kubernetes.internal.health.KubernetesHealth.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.describe.Reading;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the PersistentVolume behind a claim, and at the nodes that have it or could. */
final class BoundVolume {
  private static final String ROLE = "clusterrole-read.yaml";

  private final Reading reading;
  private final VolumeKind kind;
  private final Symptoms symptoms;

  BoundVolume(Reading reading, VolumeKind kind, Symptoms symptoms) {
    this.reading = reading;
    this.kind = kind;
    this.symptoms = symptoms;
  }

  /**
   * Looks at a volume.
   *
   * @param claim the uid of its claim
   * @param users the nodes of the pods that mount it
   */
  void look(String name, String claim, Collection<String> users) {
    Set<String> nodes = new LinkedHashSet<>(users);
    Reading.Read volume =
        reading.one("api/v1/persistentvolumes/" + name, "persistentvolume " + name);
    if (volume.refused()) {
      symptoms.unseen("its PersistentVolume", ROLE);
    } else if (volume.first().isEmpty()) {
      lost("its PersistentVolume " + name + " does not exist any more");
    } else {
      JsonNode found = volume.first().get();
      phase(found, name, claim);
      driver(text(found, "/spec/csi/driver"), nodes);
    }
    nodes.addAll(attachedTo(name));
    nodes.forEach(this::node);
  }

  private void lost(String words) {
    symptoms.add(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, words);
  }

  private void phase(JsonNode volume, String name, String claim) {
    String owner = text(volume, "/spec/claimRef/uid");
    String phase = text(volume, "/status/phase");
    if (!owner.isEmpty() && !owner.equals(claim)) {
      lost("its PersistentVolume " + name + " belongs to another claim");
    } else if (phase.equals("Released") || phase.equals("Failed")) {
      String message = text(volume, "/status/message");
      symptoms.add(
          HealthState.INACCESSIBLE,
          Reason.VOLUME_LOST,
          "its PersistentVolume "
              + name
              + " is "
              + phase
              + (message.isEmpty() ? "" : ": ")
              + message,
          Times.of(text(volume, "/status/lastPhaseTransitionTime")));
    } else if (volume.path("metadata").has("deletionTimestamp")) {
      symptoms.add(
          HealthState.DEGRADED,
          Reason.VOLUME_LOST,
          "its PersistentVolume " + name + " is being deleted: it goes as soon as nothing holds it",
          Times.of(text(volume, "/metadata/deletionTimestamp")));
    }
  }

  /** Whether any node can mount it, and whether those can that should. */
  private void driver(String driver, Set<String> users) {
    if (driver.isEmpty()) {
      return;
    }
    Reading.Read all = reading.all("apis/storage.k8s.io/v1/csinodes", "CSI nodes");
    if (all.refused()) {
      symptoms.unseen("on which nodes its driver runs", ROLE);
      return;
    }
    Set<String> serving = new TreeSet<>();
    for (JsonNode node : all.items()) {
      for (JsonNode there : node.at("/spec/drivers")) {
        if (driver.equals(there.path("name").asText())) {
          serving.add(text(node, "/metadata/name"));
        }
      }
    }
    if (serving.isEmpty()) {
      symptoms.add(
          HealthState.INACCESSIBLE,
          Reason.NODE_PLUGIN_ABSENT,
          "no node has the node plugin of " + driver + ": nobody can mount it");
      return;
    }
    for (String node : users) {
      if (!serving.contains(node)) {
        symptoms.add(
            HealthState.DEGRADED,
            Reason.NODE_PLUGIN_ABSENT,
            "the node " + node + " lacks the node plugin of " + driver);
      }
    }
  }

  private Set<String> attachedTo(String volume) {
    Reading.Read all =
        reading.all("apis/storage.k8s.io/v1/volumeattachments", "volume attachments");
    if (all.refused()) {
      symptoms.unseen("which nodes it is attached to", ROLE);
    }
    Set<String> nodes = new TreeSet<>();
    for (JsonNode item : all.items()) {
      if (volume.equals(text(item, "/spec/source/persistentVolumeName"))) {
        nodes.add(text(item, "/spec/nodeName"));
      }
    }
    return nodes;
  }

  /** A drive can be used on its one node only; a filesystem also on the others. */
  private void node(String name) {
    HealthState state = kind == VolumeKind.DRIVE ? HealthState.INACCESSIBLE : HealthState.DEGRADED;
    Reading.Read node = reading.one("api/v1/nodes/" + name, "node " + name);
    if (node.refused()) {
      symptoms.unseen("whether the node " + name + " is ready", ROLE);
    } else if (node.first().isEmpty()) {
      symptoms.add(state, Reason.NODE_LOST, "the node " + name + ", which has it, is gone");
    } else {
      for (JsonNode condition : node.first().get().at("/status/conditions")) {
        if (condition.path("type").asText().equals("Ready")
            && !condition.path("status").asText().equals("True")) {
          String message = condition.path("message").asText();
          symptoms.add(
              state,
              Reason.NODE_LOST,
              "the node " + name + ", which has it, is not ready: " + message,
              Times.of(condition.path("lastTransitionTime").asText()));
        }
      }
    }
  }
}
