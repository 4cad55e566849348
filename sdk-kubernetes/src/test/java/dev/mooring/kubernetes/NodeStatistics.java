package dev.mooring.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Whether the nodes of the test bed give statistics: kubelets do not on every machine. */
final class NodeStatistics {
  private NodeStatistics() {}

  static boolean areThere(KubernetesClient admin) {
    return admin.nodes().list().getItems().stream()
        .allMatch(node -> tells(admin, node.getMetadata().getName()));
  }

  private static boolean tells(KubernetesClient admin, String node) {
    try {
      return admin.raw("/api/v1/nodes/" + node + "/proxy/stats/summary") != null;
    } catch (KubernetesClientException e) {
      return false;
    }
  }
}
