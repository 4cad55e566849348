package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.CephFsClass;
import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ceph-csi's subvolumes: a directory with a quota, on all nodes. */
final class CephFs implements CsiDriver {
  private static final List<Field> PARAMETERS =
      List.of(
          Field.required(Ceph.CLUSTER, Ceph.CLUSTER_MEANING),
          Field.required("fsName", "the filesystem of the cluster"),
          Field.optional("pool", "the pool of the data, for example an erasure-coded one"),
          Field.optional("mounter", "how nodes mount").of("kernel", "fuse"),
          Field.optional("kernelMountOptions", "for the mounter `kernel`"),
          Field.optional("fuseMountOptions", "for the mounter `fuse`"),
          Field.optional("volumeNamePrefix", "before the subvolumes' names"),
          Field.optional("backingSnapshot", "whether a read-only copy of a snapshot is shallow"),
          Field.optional("encrypted", "whether subvolumes are encrypted"),
          Field.optional("encryptionKMSID", "who keeps the keys; the Secret unless set"));

  @Override
  public String name() {
    return "CephFS";
  }

  @Override
  public String provisioner() {
    return CephFsClass.PROVISIONER;
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.allOf(AccessMode.class);
  }

  @Override
  public Set<VolumeMode> volumeModes() {
    return EnumSet.of(VolumeMode.FILESYSTEM);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.HARD;
  }

  @Override
  public Expansion expansion() {
    return Expansion.ONLINE;
  }

  @Override
  public boolean snapshots() {
    return true;
  }

  @Override
  public boolean clones() {
    return true;
  }

  @Override
  public boolean topology() {
    return false;
  }

  @Override
  public List<Field> parameters() {
    return PARAMETERS;
  }

  @Override
  public SecretShape secrets() {
    return Ceph.secret("adminID", "adminKey");
  }

  @Override
  public String mountOptions() {
    return "`kernelMountOptions` and `fuseMountOptions`";
  }

  @Override
  public List<String> gaps() {
    return List.of(
        "two writers at once may mix a write that crosses objects",
        "`st_blocks` counts the holes of sparse files",
        "`mmap` on several nodes is not coherent");
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.of(
        new StaticForm(
            "any that is used once",
            List.of(
                Field.required(Ceph.CLUSTER, Ceph.CLUSTER_MEANING),
                Field.required("rootPath", "the directory"),
                Field.required("staticVolume", "says so").of("true"),
                Field.optional("fsName", "the filesystem of the cluster")),
            List.of("userID", "userKey"),
            "snapshots, clones, growth"));
  }

  @Override
  public StaticUse staticUse() {
    return StaticUse.BY_ATTRIBUTES.with(SecretUse.NODE_STAGE);
  }

  @Override
  public boolean shares() {
    return true;
  }

  /** The subvolume's own directory: what its quota counts, and no user of another one sees. */
  @Override
  public StaticShare share(CsiVolume volume) {
    String path = volume.get("subvolumePath");
    if (volume.get("encrypted").equals("true")) {
      return StaticShare.refused("is encrypted, which a static volume cannot be");
    }
    if (volume.get(Ceph.CLUSTER).isEmpty() || !path.startsWith("/")) {
      return StaticShare.refused("does not tell its clusterID and subvolumePath");
    }
    Map<String, String> attributes =
        StaticShare.kept(
            volume, Ceph.CLUSTER, "fsName", "mounter", "kernelMountOptions", "fuseMountOptions");
    attributes.put("rootPath", path);
    attributes.put("staticVolume", "true");
    return StaticShare.of(attributes).withSecret(SecretUse.NODE_STAGE);
  }

  @Override
  public String onDelete() {
    return "the subvolume is removed, also under a mount that is left; its snapshots stay, and can"
        + " be restored";
  }

  @Override
  public Map<String, String> snapshotParameters(Map<String, String> parameters) {
    return Ceph.snapshotParameters(parameters);
  }

  @Override
  public void check(ClassFacts facts, Findings findings) {
    Ceph.checkEncryption(facts, findings);
  }
}
