package dev.mooring.embedded.internal;

import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where things are below the root. Every name that becomes a part of a path is a volume id, or is
 * checked here; every folder on the way is a real one, never a link that somebody planted. So no
 * path leaves the root.
 */
public final class Layout {
  /** The database's file, in the root. */
  public static final String DATABASE = "records.db";

  /** The folder of all volumes, in the root. */
  static final String VOLUMES = "volumes";

  /** The folder of all snapshots, in the root. */
  static final String SNAPSHOTS = "snapshots";

  /** The folder of a volume's bytes, in the volume's folder. */
  static final String DATA = "data";

  private static final Pattern SAFE = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?");

  private final @Nullable Path configured;
  private volatile @Nullable Path real;

  private Layout(@Nullable Path configured) {
    this.configured = configured;
  }

  /** Below a folder, which is made when it is first used. */
  static Layout at(Path root) {
    return new Layout(root);
  }

  /** Below a temporary folder. */
  static Layout temporary() {
    return new Layout(null);
  }

  /** The root's real path; the root is made, for its owner only, when it is missing. */
  Path root() throws IOException {
    Path known = real;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      Path made = real;
      if (made == null) {
        made = make(configured).toRealPath();
        real = made;
      }
      return made;
    }
  }

  /** The root's real path, if it is there; makes nothing. */
  Optional<Path> existingRoot() throws IOException {
    Path known = real != null ? real : configured;
    return known != null && Files.isDirectory(known)
        ? Optional.of(known.toRealPath())
        : Optional.empty();
  }

  private static Path make(@Nullable Path wanted) throws IOException {
    if (wanted == null) {
      return Files.createTempDirectory("mooring-");
    }
    return Files.isDirectory(wanted) ? wanted : Files.createDirectories(wanted, ownerOnly(wanted));
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether the root has been used by this connection. */
  boolean used() {
    return real != null;
  }

  /** Where the root is or will be, for people. */
  String location() {
    Path known = real != null ? real : configured;
    return known == null ? "a temporary folder" : known.toString();
  }

  Path volumes() throws IOException {
    return folder(root(), VOLUMES);
  }

  Path trash() throws IOException {
    return folder(root(), "trash");
  }

  Path snapshots() throws IOException {
    return folder(root(), SNAPSHOTS);
  }

  Path drafts() throws IOException {
    return folder(root(), "drafts");
  }

  /** The folder of a volume, which may be missing. */
  Path volume(VolumeId id) throws IOException {
    return volumes().resolve(id.value());
  }

  /** The folder of the instances of an account in a region. */
  Path instances(String account, String region) throws IOException {
    return folder(folder(folder(root(), "instances"), safe(account)), safe(region));
  }

  /** The same, unless it is missing. */
  Optional<Path> instancesIfThere(String account, String region) throws IOException {
    Path path = root();
    for (String name : List.of("instances", safe(account), safe(region))) {
      path = path.resolve(name);
      if (!isFolder(path)) {
        if (!isThere(path)) {
          return Optional.empty();
        }
        requireFolder(path);
      }
    }
    return Optional.of(path);
  }

  /**
   * A folder in a folder; made when it is missing, refused when it is anything else.
   *
   * @throws NoSuchFileException when somebody takes it or its parent away at this moment
   */
  static Path folder(Path parent, String name) throws IOException {
    Path folder = parent.resolve(name);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!isThere(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
      requireFolder(folder);
    }
    return folder;
  }

  /** Whether it is a folder itself, not a link to one. */
  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static void requireFolder(Path path) throws IOException {
    if (!isFolder(path)) {
      throw new NotDirectoryException(path.toString());
    }
  }

  /** Whether there is anything, be it a link that leads nowhere. */
  static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** A name as one part of a path: itself where it is harmless, else a hash of it. */
  static String safe(String name) {
    return SAFE.matcher(name).matches() ? name : "x-" + hash(name) + ".x";
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
