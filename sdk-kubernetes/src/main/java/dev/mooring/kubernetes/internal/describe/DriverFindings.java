package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.provision.ClassInfo;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.KubernetesWords;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The storage class of a volume, its driver, and the nodes that the driver serves. */
final class DriverFindings {
  private static final String ROLE = "this client may not list them: bind clusterrole-read.yaml";

  private final Reading reading;
  private final StorageClasses classes;
  private final DriverPresence presence;

  DriverFindings(Reading reading, StorageClasses classes, DriverPresence presence) {
    this.reading = reading;
    this.classes = classes;
    this.presence = presence;
  }

  /**
   * Adds class and driver.
   *
   * @param known the driver's name as the volume tells it, or empty
   * @return the driver's name, or empty when nobody tells
   */
  String add(@Nullable String className, String known, List<Finding> findings) {
    StorageClasses.Found found = classes.find(className);
    String shown = className == null ? "" : className;
    if (found instanceof StorageClasses.Unreadable) {
      findings.add(Finding.unreadable("StorageClass", shown, ROLE));
    } else if (found instanceof StorageClasses.There there) {
      findings.add(of(there.info()));
    } else {
      findings.add(
          Finding.absent(
              "StorageClass",
              shown,
              className == null
                  ? "the cluster has no default class"
                  : "it does not exist: nobody makes the volume until it does"));
    }
    String driver =
        found instanceof StorageClasses.There there && known.isEmpty()
            ? there.info().provisioner()
            : known;
    if (!driver.isEmpty() && !driver.startsWith("kubernetes.io/")) {
      findings.add(driver(driver));
    }
    return driver;
  }

  /** What a volume of a driver is in Kubernetes' terms. */
  String terms(String driver, VolumeRecord record) {
    return KubernetesWords.of(classes.driver(driver), driver, record.spec().accessMode());
  }

  private static Finding of(ClassInfo info) {
    return Finding.found(
        "StorageClass",
        info.name(),
        "of " + info.provisioner() + (info.onFirstUse() ? ", binds with the first pod" : ""),
        Map.of(
            "provisioner", info.provisioner(),
            "onFirstUse", Boolean.toString(info.onFirstUse()),
            "expands", Boolean.toString(info.expands()),
            "default", Boolean.toString(info.isDefault())));
  }

  private Finding driver(String name) {
    return switch (presence.of(name)) {
      case THERE -> Finding.found("CSIDriver", name, "installed", Map.of());
      case MISSING -> Finding.absent("CSIDriver", name, "no driver of this name is installed");
      case UNKNOWN -> Finding.unreadable("CSIDriver", name, ROLE);
    };
  }

  /** Adds on which nodes the driver's node plugin is: on all, and on those of the pods. */
  void addNodes(String driver, Set<String> podNodes, List<Finding> findings) {
    if (driver.isEmpty() || driver.startsWith("kubernetes.io/")) {
      return;
    }
    Reading.Read nodes = reading.all("apis/storage.k8s.io/v1/csinodes", "CSI nodes");
    if (nodes.refused()) {
      findings.add(Finding.unreadable("CSINode", "", ROLE));
      return;
    }
    Set<String> serving = new TreeSet<>();
    for (JsonNode node : nodes.items()) {
      if (has(node, driver)) {
        serving.add(node.at("/metadata/name").asText());
      }
    }
    String all = serving.size() + " of " + nodes.items().size() + " nodes have " + driver;
    findings.add(
        serving.isEmpty()
            ? Finding.absent("CSINode", "", all)
            : Finding.found("CSINode", "", all, Map.of()));
    for (String node : podNodes) {
      findings.add(
          serving.contains(node)
              ? Finding.found("CSINode", node, "has the node plugin of " + driver, Map.of())
              : Finding.absent("CSINode", node, "lacks the node plugin of " + driver));
    }
  }

  private static boolean has(JsonNode node, String driver) {
    for (JsonNode there : node.at("/spec/drivers")) {
      if (driver.equals(there.path("name").asText())) {
        return true;
      }
    }
    return false;
  }
}
