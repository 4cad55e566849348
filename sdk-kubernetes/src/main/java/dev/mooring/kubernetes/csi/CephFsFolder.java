package dev.mooring.kubernetes.csi;

import dev.mooring.adoption.StaticVolume;
import dev.mooring.adoption.StaticVolumeSpec;

/**
 * A directory of a CephFS that is there already. Immutable: each method with a parameter returns a
 * changed copy.
 *
 * @param spec what was described so far
 */
public record CephFsFolder(StaticVolumeSpec spec) implements StaticVolume {
  /** Begins with the directory's path; {@code clusterId} and a Secret are still to be given. */
  public static CephFsFolder at(String path) {
    return new CephFsFolder(
        StaticVolumeSpec.of(CephFsClass.PROVISIONER)
            .attribute("rootPath", path)
            .attribute("staticVolume", "true"));
  }

  /** The cluster, as the driver's own configuration names it; needed. */
  public CephFsFolder clusterId(String id) {
    return new CephFsFolder(spec.attribute("clusterID", id));
  }

  /** The filesystem of the cluster; the driver's default unless set. */
  public CephFsFolder fsName(String name) {
    return new CephFsFolder(spec.attribute("fsName", name));
  }

  /** The Secret with {@code userID} and {@code userKey}, which must be there; needed. */
  public CephFsFolder secret(String namespace, String name) {
    return new CephFsFolder(spec.secret(namespace, name));
  }

  /** Another name of the driver, as Rook gives it: {@code rook-ceph.cephfs.csi.ceph.com}. */
  public CephFsFolder driver(String name) {
    return new CephFsFolder(spec.driver(name));
  }
}
