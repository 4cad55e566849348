package dev.mooring.kubernetes.csi;

import dev.mooring.admin.StorageClassDraft;
import dev.mooring.admin.StorageClassSpec;

/**
 * A storage class of Ceph's block images. Immutable: each method returns a changed copy.
 *
 * @param spec what was described so far
 */
public record CephRbdClass(StorageClassSpec spec) implements StorageClassDraft<CephRbdClass> {
  /** The driver's name; Rook puts its namespace before it. */
  public static final String PROVISIONER = "rbd.csi.ceph.com";

  /** Begins a class; {@code clusterId}, {@code pool} and a Secret are still to be given. */
  public static CephRbdClass named(String name) {
    return new CephRbdClass(StorageClassSpec.of(name, PROVISIONER));
  }

  @Override
  public CephRbdClass with(StorageClassSpec changed) {
    return new CephRbdClass(changed);
  }

  /** The cluster, as the driver's own configuration names it; needed. */
  public CephRbdClass clusterId(String id) {
    return parameter("clusterID", id);
  }

  /** The pool of the images; needed. */
  public CephRbdClass pool(String name) {
    return parameter("pool", name);
  }

  /** The pool of the images' data, for example an erasure-coded one; the pool itself unless set. */
  public CephRbdClass dataPool(String name) {
    return parameter("dataPool", name);
  }

  /** The images' features; those of the driver unless set. */
  public CephRbdClass imageFeatures(String... features) {
    return parameter("imageFeatures", String.join(",", features));
  }

  /** The filesystem: {@code ext4} or {@code xfs}; ext4 unless set. */
  public CephRbdClass fsType(String type) {
    return parameter("csi.storage.k8s.io/fstype", type);
  }
}
