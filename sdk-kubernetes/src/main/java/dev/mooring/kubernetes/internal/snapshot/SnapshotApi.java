package dev.mooring.kubernetes.internal.snapshot;

/** Names of the cluster's snapshot API, which is an add-on. */
final class SnapshotApi {
  static final String GROUP_VERSION = "snapshot.storage.k8s.io/v1";
  static final String CLASSES = "apis/" + GROUP_VERSION + "/volumesnapshotclasses";
  static final String SNAPSHOTS = "volumesnapshots";
  static final String KIND = "VolumeSnapshot";

  private SnapshotApi() {}
}
