package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Copies of folders that are made out of sight, and then get their place by one rename. Each has a
 * file that its maker keeps locked, so that what died makers left can be told, and taken away.
 */
final class Drafts {
  private static final String LOCK = "lock";

  private final Layout layout;
  private final Trash trash;

  Drafts(Layout layout, Trash trash) {
    this.layout = layout;
    this.trash = trash;
  }

  /** Copies a folder into another, as its data, unless that has some. */
  void copy(Path source, Path around) throws IOException {
    Path place = around.resolve(Layout.DATA);
    if (Layout.isThere(place)) {
      return;
    }
    Path draft = layout.drafts().resolve(UUID.randomUUID().toString());
    Files.createDirectory(draft);
    try (FileChannel channel =
            FileChannel.open(
                draft.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Path copy = Files.createDirectory(draft.resolve("copy"));
      FolderCopy.copy(source, copy.resolve(Layout.DATA));
      Synced.folder(copy);
      if (lock.isValid() && !Layout.isThere(place)) {
        move(copy, around, place);
      }
    } finally {
      trash.take(draft);
    }
  }

  /**
   * Gives the folder around the copy the place of the empty one; the copy itself may be read-only,
   * and then could not be moved into another folder. Somebody else may be faster with the same.
   */
  private static void move(Path copy, Path around, Path place) throws IOException {
    if (!Layout.isThere(around)) {
      throw new NoSuchFileException(around.toString());
    }
    try {
      Files.move(copy, around, StandardCopyOption.ATOMIC_MOVE);
      Synced.folder(around);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      if (!Layout.isFolder(place)) {
        throw e;
      }
    }
  }

  /** Takes away what died makers left. */
  void sweep() throws IOException {
    for (Path draft : all()) {
      if (abandoned(draft)) {
        trash.take(draft);
      }
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> drafts = Files.list(layout.drafts())) {
      return drafts.toList();
    }
  }

  /** One whose maker is just about to lock it finds it gone, and fails: it is begun again then. */
  private static boolean abandoned(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (NoSuchFileException e) {
      return true;
    } catch (OverlappingFileLockException e) {
      return false; // by this very process
    }
  }
}
