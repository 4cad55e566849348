package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.JuiceFsClass;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JuiceFS: its quota shows sometimes only when a file is closed; it refuses ReadWriteOncePod,
 * ignores the source of a clone, and looks at its Secret only when a pod mounts a volume.
 */
final class JuiceFs implements CsiDriver {
  private static final Pattern FOLDER = Pattern.compile("/?[A-Za-z0-9][A-Za-z0-9._/-]*");
  private static final List<Field> PARAMETERS =
      List.of(
          Field.optional("pathPattern", "how the directories are called"),
          Field.optional("juicefs/clean-cache", "whether the cache goes with the mount"),
          Field.optional("juicefs/mount-delete-delay", "how long an unused mount stays"),
          Field.optional("juicefs/mount-cpu-request", "of the pod that mounts"),
          Field.optional("juicefs/mount-cpu-limit", "of the pod that mounts"),
          Field.optional("juicefs/mount-memory-request", "of the pod that mounts"),
          Field.optional("juicefs/mount-memory-limit", "of the pod that mounts"),
          Field.optional("juicefs/host-path", "folders of the node for the pod that mounts"));

  private static final SecretShape SECRET =
      SecretShape.needed(
          EnumSet.of(
              SecretUse.PROVISIONER,
              SecretUse.CONTROLLER_EXPAND,
              SecretUse.NODE_PUBLISH,
              SecretUse.SNAPSHOTTER),
          Field.required("name", "the volume's name in JuiceFS"),
          Field.required("metaurl", "the metadata engine, with its password").unless("token"),
          Field.optional("storage", "the kind of object storage"),
          Field.optional("bucket", "the bucket's address"),
          Field.optional("access-key", "of the bucket"),
          Field.optional("secret-key", "of the bucket"),
          Field.optional("token", "of the Enterprise Edition, in place of `metaurl`"),
          Field.optional("envs", "environment of the client"),
          Field.optional("configs", "files of the client"),
          Field.optional("format-options", "how the volume is made"),
          Field.optional("encrypt_rsa_key", "the key of encrypted volumes"));

  @Override
  public String name() {
    return "JuiceFS";
  }

  @Override
  public String provisioner() {
    return JuiceFsClass.PROVISIONER;
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.of(
        AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY, AccessMode.READ_ONLY_MANY);
  }

  @Override
  public Set<VolumeMode> volumeModes() {
    return EnumSet.of(VolumeMode.FILESYSTEM);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.SOFT;
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
    return false;
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
    return SECRET;
  }

  @Override
  public String mountOptions() {
    return "`mountOptions` of the class, in JuiceFS' own words";
  }

  @Override
  public List<String> gaps() {
    return List.of(
        "writing beyond the size may fail only at `fsync` or `close`",
        "extended attributes are off unless a mount option turns them on",
        "hard links are not kept by a copy inside JuiceFS");
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.of(
        new StaticForm(
            "any that is used once, with `fsType: juicefs`",
            List.of(),
            List.of("name", "metaurl"),
            "growth, quota"));
  }

  @Override
  public StaticUse staticUse() {
    return StaticUse.BY_ATTRIBUTES.with(SecretUse.NODE_PUBLISH).ofType("juicefs");
  }

  @Override
  public boolean shares() {
    return true;
  }

  /** The volume's directory as the root of a mount of its own. */
  @Override
  public StaticShare share(CsiVolume volume) {
    String folder = volume.get("subPath");
    if (!FOLDER.matcher(folder).matches() || folder.contains("..")) {
      return StaticShare.refused("does not tell its subPath, or in a way that no option can");
    }
    return StaticShare.of(Map.of())
        .withType("juicefs")
        .withMountOption("subdir=" + folder)
        .withSecret(SecretUse.NODE_PUBLISH);
  }

  @Override
  public String onDelete() {
    return "the directory is removed if the volume is called `pvc-` and a UUID and the Secret is"
        + " there; otherwise the bytes stay, and nobody says so";
  }
}
