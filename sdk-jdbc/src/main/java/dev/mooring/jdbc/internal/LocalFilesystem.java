package dev.mooring.jdbc.internal;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses network filesystems: SQLite's WAL shares memory between its processes, which must be on
 * one machine, and network filesystems lie about locks.
 */
public final class LocalFilesystem {
  private static final Set<String> NETWORK =
      Set.of(
          "9p",
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cephfs",
          "cifs",
          "davfs",
          "gfs2",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "ocfs2",
          "orangefs",
          "pvfs2",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "webdav");

  /** Filesystems in user space, which the system names {@code fuse.PROGRAM}. */
  private static final Set<String> NETWORK_FUSE =
      Set.of(
          "blobfuse",
          "blobfuse2",
          "ceph",
          "ceph-fuse",
          "curlftpfs",
          "davfs",
          "gcsfuse",
          "geesefs",
          "glusterfs",
          "goofys",
          "juicefs",
          "mfs",
          "mount-s3",
          "rclone",
          "s3fs",
          "seaweedfs",
          "smbnetfs",
          "sshfs");

  private LocalFilesystem() {}

  /**
   * Checks where a file is or will be.
   *
   * @throws InvalidRequestException with the path and the type, when it is on a network filesystem
   */
  public static void require(Path file) {
    require(file, type(file));
  }

  static void require(Path file, String type) {
    if (isNetwork(type)) {
      throw InvalidRequestException.of(
          Problem.tried("open").on(file.toString()).hint("use a folder on a disk of this machine"),
          "root",
          file
              + " is on a network filesystem ("
              + type
              + "), where a database shared by processes is not safe");
    }
  }

  /** The type of the filesystem of the nearest folder that exists; {@code unknown} if none says. */
  public static String type(Path file) {
    Path existing = file.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return existing == null ? "unknown" : Files.getFileStore(existing).type();
    } catch (IOException e) {
      return "unknown";
    }
  }

  static boolean isNetwork(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return name.startsWith("fuse.")
        ? NETWORK_FUSE.contains(name.substring("fuse.".length()))
        : NETWORK.contains(name);
  }
}
