package dev.mooring.kubernetes.internal.api;

/** Names of the cluster's snapshot API, which is an add-on. */
public final class SnapshotApi {
  /** The group. */
  public static final String GROUP = "snapshot.storage.k8s.io";

  /** The group and the version that is used. */
  public static final String GROUP_VERSION = GROUP + "/v1";

  /** The collection of snapshots in a namespace. */
  public static final String SNAPSHOTS = "volumesnapshots";

  /** The collection of snapshot classes. */
  public static final String CLASSES = "volumesnapshotclasses";

  /** The path of the snapshot classes. */
  public static final String CLASSES_PATH = "apis/" + GROUP_VERSION + "/" + CLASSES;

  /** The kind of a snapshot. */
  public static final String KIND = "VolumeSnapshot";

  /** The kind of a snapshot class. */
  public static final String CLASS_KIND = "VolumeSnapshotClass";

  private SnapshotApi() {}
}
