package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.CephRbdClass;
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

/** ceph-csi's block images: a filesystem of its size, on one node at a time. */
final class CephRbd implements CsiDriver {
  private static final List<Field> PARAMETERS =
      List.of(
          Field.required(Ceph.CLUSTER, Ceph.CLUSTER_MEANING),
          Field.required("pool", "the pool of the images").unless("topologyConstrainedPools"),
          Field.optional("dataPool", "the pool of their data, for example an erasure-coded one"),
          Field.optional("imageFeatures", "comma-separated; `fast-diff` needs `object-map`"),
          Field.optional("mounter", "`rbd` or `rbd-nbd`"),
          Field.optional("tryOtherMounters", "whether to fall back to the other one"),
          Field.optional("mapOptions", "how nodes map images"),
          Field.optional("unmapOptions", "how nodes unmap images"),
          Field.optional("mkfsOptions", "how filesystems are made"),
          Field.optional("volumeNamePrefix", "before the images' names"),
          Field.optional("encrypted", "whether images are encrypted"),
          Field.optional("encryptionType", "what is encrypted").of("block", "file"),
          Field.optional("encryptionKMSID", "who keeps the keys; the Secret unless set"),
          Field.optional("topologyConstrainedPools", "pools by zone, in place of `pool`"),
          Field.optional("stripeUnit", "goes with `stripeCount`"),
          Field.optional("stripeCount", "goes with `stripeUnit`"),
          Field.optional("objectSize", "a power of 2, in bytes"));

  @Override
  public String name() {
    return "Ceph RBD";
  }

  @Override
  public String provisioner() {
    return CephRbdClass.PROVISIONER;
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.of(
        AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD, AccessMode.READ_ONLY_MANY);
  }

  @Override
  public Set<VolumeMode> volumeModes() {
    return EnumSet.allOf(VolumeMode.class);
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
    return true;
  }

  @Override
  public List<Field> parameters() {
    return PARAMETERS;
  }

  @Override
  public SecretShape secrets() {
    return Ceph.secret("userID", "userKey");
  }

  @Override
  public String mountOptions() {
    return "`mountOptions` of the class for the filesystem, `mapOptions` for the image";
  }

  @Override
  public List<String> gaps() {
    return List.of();
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.of(
        new StaticForm(
            "the image's name",
            List.of(
                Field.required(Ceph.CLUSTER, Ceph.CLUSTER_MEANING),
                Field.required("pool", "the image's pool"),
                Field.required("staticVolume", "says so").of("true"),
                Field.optional("imageFeatures", "the image's features")),
            List.of("userID", "userKey"),
            "snapshots, clones, growth"));
  }

  @Override
  public StaticUse staticUse() {
    return StaticUse.BY_HANDLE.with(SecretUse.NODE_STAGE);
  }

  @Override
  public String onDelete() {
    return "the image is removed; its snapshots stay, and can be restored";
  }

  @Override
  public Map<String, String> snapshotParameters(Map<String, String> parameters) {
    return Ceph.snapshotParameters(parameters);
  }

  @Override
  public void check(ClassFacts facts, Findings findings) {
    RbdImage.check(facts, findings);
    Ceph.checkEncryption(facts, findings);
  }
}
