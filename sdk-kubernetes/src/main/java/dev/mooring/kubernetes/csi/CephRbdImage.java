package dev.mooring.kubernetes.csi;

import dev.mooring.adoption.StaticVolume;
import dev.mooring.adoption.StaticVolumeSpec;

/**
 * A Ceph RBD image that is there already, with a filesystem on it; one without any gets one when it
 * is first mounted. Immutable: each method with a parameter returns a changed copy.
 *
 * @param spec what was described so far
 */
public record CephRbdImage(StaticVolumeSpec spec) implements StaticVolume {
  /** Begins with the image's name; {@code clusterId}, {@code pool}, a Secret are still to come. */
  public static CephRbdImage named(String image) {
    return new CephRbdImage(
        StaticVolumeSpec.of(CephRbdClass.PROVISIONER)
            .handle(image)
            .attribute("staticVolume", "true"));
  }

  /** The cluster, as the driver's own configuration names it; needed. */
  public CephRbdImage clusterId(String id) {
    return new CephRbdImage(spec.attribute("clusterID", id));
  }

  /** The image's pool; needed. */
  public CephRbdImage pool(String name) {
    return new CephRbdImage(spec.attribute("pool", name));
  }

  /** The image's features, separated by commas; the driver's default unless set. */
  public CephRbdImage imageFeatures(String features) {
    return new CephRbdImage(spec.attribute("imageFeatures", features));
  }

  /** The Secret with {@code userID} and {@code userKey}, which must be there; needed. */
  public CephRbdImage secret(String namespace, String name) {
    return new CephRbdImage(spec.secret(namespace, name));
  }

  /** Another name of the driver, as Rook gives it: {@code rook-ceph.rbd.csi.ceph.com}. */
  public CephRbdImage driver(String name) {
    return new CephRbdImage(spec.driver(name));
  }
}
