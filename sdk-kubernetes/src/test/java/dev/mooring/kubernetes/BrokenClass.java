package dev.mooring.kubernetes;

import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassDraft;
import dev.mooring.kubernetes.csi.CephFsClass;
import dev.mooring.kubernetes.csi.CephRbdClass;
import dev.mooring.kubernetes.csi.JuiceFsClass;
import dev.mooring.kubernetes.csi.LonghornClass;
import dev.mooring.kubernetes.csi.NfsClass;
import dev.mooring.secret.Secret;

/**
 * A class of a driver that would work but for one thing that was taken away.
 *
 * @param driver the driver
 * @param part where it was taken away
 * @param key what
 * @param fails when the driver itself finds it
 */
record BrokenClass(Driver driver, Part part, String key, Stage fails) {
  /** The drivers of the test bed. */
  enum Driver {
    /** Block images. */
    RBD,
    /** Subvolumes. */
    CEPHFS,
    /** Directories. */
    JUICEFS,
    /** Directories of a server. */
    NFS,
    /** Replicated images. */
    LONGHORN;

    /** Its name in the cluster. */
    String provisioner() {
      return switch (this) {
        case RBD -> CephRbdClass.PROVISIONER;
        case CEPHFS -> CephFsClass.PROVISIONER;
        case JUICEFS -> JuiceFsClass.PROVISIONER;
        case NFS -> NfsClass.PROVISIONER;
        case LONGHORN -> LonghornClass.PROVISIONER;
      };
    }

    /** The class that works, with a Secret of its own. */
    StorageClassDraft<?> works(String namespace, String name) {
      return switch (this) {
        case RBD ->
            CephRbdClass.named(name)
                .clusterId("testbed")
                .pool("kubernetes")
                .fsType("xfs")
                .secret(ceph(namespace, name, "userID", "userKey"));
        case CEPHFS ->
            CephFsClass.named(name)
                .clusterId("testbed")
                .fsName("testbed")
                .secret(ceph(namespace, name, "adminID", "adminKey"));
        case JUICEFS ->
            JuiceFsClass.named(name)
                .secret(
                    ClassSecret.named(namespace, name)
                        .with("name", Secret.of("testbed"))
                        .with("metaurl", Secret.of("redis://127.0.0.1:6379/1"))
                        .with("storage", Secret.of("s3"))
                        .with("bucket", Secret.of("http://127.0.0.1:9000/juicefs"))
                        .with("access-key", Secret.of("testbed"))
                        .with("secret-key", Secret.of("testbed")));
        case NFS -> NfsClass.named(name).server("10.77.0.1").share("/exports");
        case LONGHORN -> LonghornClass.named(name).replicas(1).fsType("xfs");
      };
    }
  }

  /** Where something is taken away. */
  enum Part {
    /** Nowhere: the class works. */
    NOTHING,
    /** A parameter of the class. */
    PARAMETER,
    /** A key of the Secret. */
    KEY,
    /** The Secret of a step. */
    USE
  }

  /** When a driver finds what is wrong, in the order in which things happen. */
  enum Stage {
    /** A claim is made. */
    PROVISION,
    /** A pod mounts it. */
    MOUNT,
    /** It grows. */
    GROWTH,
    /** Never: it says that all is well. */
    NEVER
  }

  private static ClassSecret ceph(String namespace, String name, String id, String key) {
    return ClassSecret.named(namespace, name)
        .with(id, Secret.of("testbed"))
        .with(key, Secret.of("dGVzdGJlZA=="));
  }

  @Override
  public String toString() {
    return driver + " without " + (part == Part.NOTHING ? "nothing" : part + " " + key);
  }
}
