package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Removes trees of files. No link is followed, also none that a program which still runs puts in
 * the place of a folder while the tree is being removed: folders are opened relative to each other,
 * not by their paths. Folders are first moved beside each other, so that a tree of any depth needs
 * neither stack nor many open files.
 */
final class Remover {
  private static final int MOST_TRIES = 10_000;

  private final SecureDirectoryStream<Path> ground;
  private final Deque<Path> folders = new ArrayDeque<>();

  private Remover(SecureDirectoryStream<Path> ground) {
    this.ground = ground;
  }

  /** Removes entries of a folder, whatever they are; what is gone already is no failure. */
  static void remove(Path folder, Collection<String> names) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      if (!(stream instanceof SecureDirectoryStream<Path> ground)) {
        throw new IOException("this platform cannot remove folders without following links");
      }
      Remover remover = new Remover(ground);
      for (String name : names) {
        remover.remove(Path.of(name));
      }
      remover.drain();
    }
  }

  private void drain() throws IOException {
    for (int tries = 0; !folders.isEmpty(); tries++) {
      Path folder = folders.pop();
      try {
        removeFolder(folder);
      } catch (DirectoryNotEmptyException e) {
        // Somebody writes into it while it is removed.
        if (tries > MOST_TRIES) {
          throw e;
        }
        folders.addLast(folder);
      }
    }
  }

  private void removeFolder(Path folder) throws IOException {
    try {
      empty(folder);
      ground.deleteDirectory(folder);
    } catch (NoSuchFileException e) {
      return;
    }
  }

  private void remove(Path name) throws IOException {
    if (isFolder(ground, name)) {
      folders.push(name);
    } else {
      delete(ground, name);
    }
  }

  private void empty(Path folder) throws IOException {
    openUp(ground, folder);
    try (SecureDirectoryStream<Path> stream =
        ground.newDirectoryStream(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path entry : stream) {
        Path name = entry.getFileName();
        if (isFolder(stream, name)) {
          bringUp(stream, name);
        } else {
          delete(stream, name);
        }
      }
    }
  }

  private void bringUp(SecureDirectoryStream<Path> from, Path name) throws IOException {
    Path above = Path.of(Trash.name());
    try {
      // Moving a folder changes it, for it has an entry for the folder above.
      openUp(from, name);
      from.move(name, ground, above);
      folders.push(above);
    } catch (NoSuchFileException e) {
      return;
    }
  }

  private static void delete(SecureDirectoryStream<Path> stream, Path name) throws IOException {
    try {
      stream.deleteFile(name);
    } catch (NoSuchFileException e) {
      return;
    }
  }

  private static boolean isFolder(SecureDirectoryStream<Path> stream, Path name)
      throws IOException {
    BasicFileAttributeView view =
        stream.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      return view.readAttributes().isDirectory();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Programs make folders read-only; their owner may still remove them. */
  private static void openUp(SecureDirectoryStream<Path> stream, Path name) throws IOException {
    @Nullable PosixFileAttributeView view =
        stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }
}
