package dev.mooring.kubernetes.csi;

import dev.mooring.admin.StorageClassDraft;
import dev.mooring.admin.StorageClassSpec;

/**
 * A storage class of CephFS subvolumes. Immutable: each method returns a changed copy.
 *
 * @param spec what was described so far
 */
public record CephFsClass(StorageClassSpec spec) implements StorageClassDraft<CephFsClass> {
  /** The driver's name; Rook puts its namespace before it. */
  public static final String PROVISIONER = "cephfs.csi.ceph.com";

  /** Begins a class; {@code clusterId}, {@code fsName} and a Secret are still to be given. */
  public static CephFsClass named(String name) {
    return new CephFsClass(StorageClassSpec.of(name, PROVISIONER));
  }

  @Override
  public CephFsClass with(StorageClassSpec changed) {
    return new CephFsClass(changed);
  }

  /** The cluster, as the driver's own configuration names it; needed. */
  public CephFsClass clusterId(String id) {
    return parameter("clusterID", id);
  }

  /** The filesystem of the cluster; needed. */
  public CephFsClass fsName(String name) {
    return parameter("fsName", name);
  }

  /** The pool of the data, for example an erasure-coded one; the filesystem's own unless set. */
  public CephFsClass pool(String name) {
    return parameter("pool", name);
  }

  /** How nodes mount: {@code kernel} or {@code fuse}; the driver chooses unless set. */
  public CephFsClass mounter(String name) {
    return parameter("mounter", name);
  }
}
