package dev.mooring.kubernetes.internal;

import dev.mooring.kubernetes.internal.api.SnapshotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A right that the backend uses; deploy/role.yaml and deploy/clusterrole-read.yaml grant them.
 *
 * @param verb the API server's verb
 * @param group the API group
 * @param resource the resource
 * @param subresource the subresource, or empty
 * @param namespaced whether it is needed in the namespace only
 * @param vital whether nothing works without it
 * @param otherwise what its lack means
 */
record Right(
    String verb,
    String group,
    String resource,
    String subresource,
    boolean namespaced,
    boolean vital,
    String otherwise) {
  private static final String ROLE = "bind the role of deploy/role.yaml";
  private static final String READ = "bind deploy/clusterrole-read.yaml to check profiles";

  static final List<Right> NEEDED = needed();

  /** What sharing filesystems needs beside them. */
  static final List<Right> SHARING =
      Stream.of("list", "create", "delete")
          .map(
              verb ->
                  new Right(
                      verb,
                      "",
                      "persistentvolumes",
                      "",
                      false,
                      false,
                      "filesystems cannot be shared: bind deploy/clusterrole-share.yaml"))
          .toList();

  private static List<Right> needed() {
    List<Right> rights = new ArrayList<>();
    for (String resource : List.of("persistentvolumeclaims", "configmaps")) {
      for (String verb : List.of("get", "list", "watch", "create", "delete")) {
        rights.add(vital(verb, resource));
      }
    }
    rights.add(vital("patch", "persistentvolumeclaims"));
    rights.add(vital("update", "configmaps"));
    rights.add(vital("list", "pods"));
    for (String verb : List.of("get", "create", "delete")) {
      rights.add(help(verb, "pods", "", "built-in instances do not work: " + ROLE));
    }
    for (String verb : List.of("get", "create")) {
      rights.add(help(verb, "pods", "exec", "commands in instances do not work: " + ROLE));
    }
    rights.add(vital("list", "events"));
    rights.add(vital("watch", "events"));
    rights.add(help("list", "resourcequotas", "", "plans do not know the quotas: " + ROLE));
    for (String workload : List.of("deployments", "statefulsets")) {
      rights.add(workload("apps", workload));
    }
    rights.add(workload("batch", "jobs"));
    for (String resource : List.of("storageclasses", "csidrivers")) {
      rights.add(
          new Right("list", "storage.k8s.io", resource, "", false, false, "unknown: " + READ));
    }
    for (String verb : List.of("get", "list", "watch", "create", "patch", "delete")) {
      rights.add(snapshots(verb, SnapshotApi.SNAPSHOTS, true, "no snapshots: " + ROLE));
    }
    rights.add(
        snapshots("list", SnapshotApi.CLASSES, false, "the cluster's default is used: " + READ));
    rights.add(described("get", "", "persistentvolumes"));
    rights.add(described("list", "storage.k8s.io", "volumeattachments"));
    rights.add(described("list", "storage.k8s.io", "csinodes"));
    rights.add(
        new Right(
            "get",
            "",
            "nodes",
            "",
            false,
            false,
            "health does not know dead nodes: bind deploy/clusterrole-read.yaml"));
    rights.add(
        new Right(
            "list",
            "storage.k8s.io",
            "csistoragecapacities",
            "",
            false,
            false,
            "whether a profile has room is not told: " + READ));
    return List.copyOf(rights);
  }

  private static Right snapshots(
      String verb, String resource, boolean namespaced, String otherwise) {
    return new Right(verb, SnapshotApi.GROUP, resource, "", namespaced, false, otherwise);
  }

  private static Right vital(String verb, String resource) {
    return new Right(verb, "", resource, "", true, true, ROLE);
  }

  private static Right workload(String group, String resource) {
    String otherwise = "nothing can be attached to " + resource + ": " + ROLE;
    return new Right("get", group, resource, "", true, false, otherwise);
  }

  private static Right described(String verb, String group, String resource) {
    String otherwise =
        "describe does not show them, and no PersistentVolume can be adopted: bind"
            + " deploy/clusterrole-read.yaml";
    return new Right(verb, group, resource, "", false, false, otherwise);
  }

  private static Right help(String verb, String resource, String subresource, String otherwise) {
    return new Right(verb, "", resource, subresource, true, false, otherwise);
  }

  /** The right in words. */
  String words() {
    return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
  }
}
