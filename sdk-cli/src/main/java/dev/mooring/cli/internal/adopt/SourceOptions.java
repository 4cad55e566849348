package dev.mooring.cli.internal.adopt;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.kubernetes.csi.CephFsFolder;
import dev.mooring.kubernetes.csi.CephRbdImage;
import dev.mooring.kubernetes.csi.JuiceFsFolder;
import dev.mooring.kubernetes.csi.NfsFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the data is: one of a claim, a PersistentVolume, and what a driver finds by parameters. */
final class SourceOptions {
  @ArgGroup(multiplicity = "1")
  @Nullable One one;

  @Option(names = "--cluster-id", paramLabel = "ID", description = "the Ceph cluster's, for Ceph")
  private @Nullable String clusterId;

  @Option(names = "--fs-name", paramLabel = "N", description = "the filesystem's, for CephFS")
  private @Nullable String fsName;

  @Option(names = "--pool", paramLabel = "P", description = "the image's pool, for RBD")
  private @Nullable String pool;

  @Option(
      names = "--secret",
      paramLabel = "NAMESPACE/NAME",
      description = "the Secret that nodes get, for Ceph and JuiceFS")
  private @Nullable String secret;

  @Option(
      names = "--driver",
      paramLabel = "D",
      description = "another name of the CSI driver, like rook-ceph.cephfs.csi.ceph.com")
  private @Nullable String driver;

  /** One of them. */
  static final class One {
    @Option(
        names = "--claim",
        paramLabel = "CLAIM",
        description = "a PersistentVolumeClaim of the account's namespace, which others made")
    @Nullable String claim;

    @Option(
        names = "--persistent-volume",
        paramLabel = "PV",
        description = "a PersistentVolume that others made and no claim has")
    @Nullable String persistentVolume;

    @Option(
        names = "--nfs",
        paramLabel = "SERVER:/PATH",
        description = "a directory of an NFS server")
    @Nullable String nfs;

    @Option(
        names = "--cephfs-path",
        paramLabel = "/PATH",
        description = "a directory of a CephFS; with --cluster-id and --secret")
    @Nullable String cephfs;

    @Option(
        names = "--rbd-image",
        paramLabel = "IMAGE",
        description = "a Ceph RBD image; with --cluster-id, --pool and --secret")
    @Nullable String rbd;

    @Option(
        names = "--juicefs-path",
        paramLabel = "/PATH",
        description = "a directory of a JuiceFS, or / for all of it; with --secret")
    @Nullable String juicefs;
  }

  /** The claim; null when something else is given. */
  @Nullable String claim() {
    return one == null ? null : one.claim;
  }

  /** The PersistentVolume; null when something else is given. */
  @Nullable String persistentVolume() {
    return one == null ? null : one.persistentVolume;
  }

  /** The description of the data; null when a claim or a PersistentVolume is given. */
  @Nullable StaticVolumeSpec source(Reading reading) {
    StaticVolumeSpec source = described(reading);
    if (source == null) {
      return null;
    }
    if (clusterId != null) {
      source = source.attribute("clusterID", clusterId);
    }
    if (fsName != null) {
      source = source.attribute("fsName", fsName);
    }
    if (pool != null) {
      source = source.attribute("pool", pool);
    }
    if (driver != null) {
      source = source.driver(driver);
    }
    if (secret == null) {
      return source;
    }
    String[] parts = secret.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      reading.wrong("source.secret", "must be NAMESPACE/NAME, like rook-ceph/csi-cephfs");
      return source;
    }
    return source.secret(parts[0], parts[1]);
  }

  private @Nullable StaticVolumeSpec described(Reading reading) {
    if (one == null) {
      return null;
    }
    if (one.cephfs != null) {
      return CephFsFolder.at(one.cephfs).spec();
    }
    if (one.rbd != null) {
      return CephRbdImage.named(one.rbd).spec();
    }
    if (one.juicefs != null) {
      return one.juicefs.equals("/")
          ? JuiceFsFolder.root().spec()
          : JuiceFsFolder.at(one.juicefs).spec();
    }
    return one.nfs == null ? null : nfs(reading, one.nfs);
  }

  private static @Nullable StaticVolumeSpec nfs(Reading reading, String text) {
    int colon = text.indexOf(":/");
    if (colon < 1) {
      reading.wrong("source", "must be SERVER:/PATH, like files.example:/exports/models");
      return null;
    }
    return NfsFolder.at(text.substring(0, colon), text.substring(colon + 1)).spec();
  }
}
