package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.NfsClass;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A directory of an NFS server: nothing stops writing beyond the size. */
final class Nfs implements CsiDriver {
  private static final String SUB_DIR = "subDir";
  private static final Field SERVER = Field.required("server", "the server's name or address");
  private static final Field SHARE = Field.required("share", "the path that it exports");

  private static final List<Field> PARAMETERS =
      List.of(
          SERVER,
          SHARE,
          Field.optional(SUB_DIR, "how the directories are called"),
          Field.optional("mountPermissions", "the mode that each mount sets"),
          Field.optional("uid", "who owns a new directory"),
          Field.optional("gid", "which group owns a new directory"),
          Field.optional("onDelete", "what becomes of a deleted volume's directory")
              .of("delete", "retain", "archive"));

  @Override
  public String name() {
    return "NFS";
  }

  @Override
  public String provisioner() {
    return NfsClass.PROVISIONER;
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
    return SizeEnforcement.NONE;
  }

  /** Only a number: there is no size that could be too small. */
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
    return SecretShape.possible(
        EnumSet.of(SecretUse.PROVISIONER, SecretUse.SNAPSHOTTER),
        Field.optional("mountOptions", "how the driver mounts to delete"));
  }

  @Override
  public String mountOptions() {
    return "`mountOptions` of the class; for deletions `mountOptions` in the Secret";
  }

  @Override
  public List<String> gaps() {
    return List.of("other nodes see what was written once it is closed there and opened here");
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.of(
        new StaticForm(
            "any that is used once, best `server#share#subdir#`",
            List.of(SERVER, SHARE),
            List.of(),
            ""));
  }

  @Override
  public StaticUse staticUse() {
    return StaticUse.BY_ATTRIBUTES;
  }

  @Override
  public boolean shares() {
    return true;
  }

  /** The directory as a path of the server's; the handle tells it where the attributes do not. */
  @Override
  public StaticShare share(CsiVolume volume) {
    String[] handle = volume.handle().split("#", -1);
    String told = volume.get(SUB_DIR);
    String folder = told.isEmpty() && handle.length > 2 ? handle[2] : told;
    String server = volume.get("server");
    String share = volume.get("share");
    if (server.isEmpty() || share.isEmpty() || folder.isEmpty()) {
      return StaticShare.refused("does not tell its server, share and subDir");
    }
    if (folder.contains("..") || folder.contains("$")) {
      return StaticShare.refused("has a subDir that is no plain path");
    }
    String path = share.replaceAll("/+$", "") + "/" + folder.replaceAll("^/+|/+$", "");
    return StaticShare.of(Map.of("server", server, "share", path));
  }

  @Override
  public String onDelete() {
    return "the directory is removed; with `onDelete: retain` it stays, with `archive` it is"
        + " renamed";
  }

  @Override
  public void check(ClassFacts facts, Findings findings) {
    String onDelete = facts.get("onDelete");
    if (onDelete.equals("retain") || onDelete.equals("archive")) {
      findings.warning(
          "DATA_STAYS", "onDelete: " + onDelete + " leaves the bytes of deleted volumes");
    }
  }
}
