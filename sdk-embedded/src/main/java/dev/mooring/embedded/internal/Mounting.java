package dev.mooring.embedded.internal;

import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Links at mount paths below an instance's root. The folders on the way are real ones: where a
 * program of the instance has put a link in their place, the mount is refused. Links are relative,
 * so that the root folder may be moved.
 */
final class Mounting {
  private Mounting() {}

  /** Where a mount path is. */
  static Path place(Path root, MountPath path) {
    return root.resolve(path.value().substring(1));
  }

  /** The last name of a mount path. */
  static String name(MountPath path) {
    return path.value().substring(path.value().lastIndexOf('/') + 1);
  }

  /** The folder around a mount path, made when it is missing. */
  static Path parent(Path root, MountPath path) throws IOException {
    Path parent = root;
    String[] names = path.value().substring(1).split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      parent = Layout.folder(parent, names[i]);
    }
    return parent;
  }

  /** Makes a volume appear; replaces a link or an empty folder, and nothing else. */
  static void link(Path root, MountPath path, Path data) throws IOException {
    Path parent = parent(root, path);
    Path link = parent.resolve(name(path));
    if (leadsTo(root, path, data)) {
      return;
    }
    if (Files.isSymbolicLink(link) || Layout.isFolder(link)) {
      try {
        Files.deleteIfExists(link);
      } catch (DirectoryNotEmptyException e) {
        throw new FileAlreadyExistsException(link.toString(), null, "the folder is not empty");
      }
    }
    try {
      Files.createSymbolicLink(link, parent.relativize(data));
    } catch (FileAlreadyExistsException e) {
      if (!leadsTo(root, path, data)) {
        throw e;
      }
    }
  }

  /** Whether the volume appears there. */
  static boolean leadsTo(Path root, MountPath path, Path data) throws IOException {
    Path parent = root;
    Path link = root;
    for (String name : path.value().substring(1).split("/", -1)) {
      if (!Layout.isFolder(link)) {
        return false;
      }
      parent = link;
      link = link.resolve(name);
    }
    if (!Files.isSymbolicLink(link)) {
      return false;
    }
    try {
      Path target = Files.readSymbolicLink(link);
      return parent.resolve(target).normalize().equals(data.normalize());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Makes a volume disappear, if it is what appears there. */
  static void unlink(Path root, MountPath path, Path data) throws IOException {
    if (leadsTo(root, path, data)) {
      Files.deleteIfExists(place(root, path));
    }
  }
}
