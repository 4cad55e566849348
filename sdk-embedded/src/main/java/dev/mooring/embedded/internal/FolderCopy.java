package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies trees of files: folders, files, and links as links, with their permissions and times. No
 * link is followed, also none that a program puts in the place of a folder meanwhile: folders of
 * the source are opened relative to each other. What is none of the three (sockets, pipes) holds no
 * bytes and is left out; what goes away meanwhile is too.
 */
final class FolderCopy {
  private static final Logger LOG = LoggerFactory.getLogger(FolderCopy.class);

  private final Path source;
  private final Path copy;
  private final SecureDirectoryStream<Path> ground;
  private final Deque<Path> open = new ArrayDeque<>();
  private final List<Path> made = new ArrayList<>();

  private FolderCopy(Path source, Path copy, SecureDirectoryStream<Path> ground) {
    this.source = source;
    this.copy = copy;
    this.ground = ground;
  }

  /** Copies a folder to a place where nothing is; it is durable when this returns. */
  static void copy(Path source, Path copy) throws IOException {
    Layout.requireFolder(source);
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(source)) {
      if (!(stream instanceof SecureDirectoryStream<Path> ground)) {
        throw new IOException("this platform cannot copy folders without following links");
      }
      new FolderCopy(source, copy, ground).run();
    }
  }

  private void run() throws IOException {
    Files.createDirectory(copy);
    entries(ground, Path.of(""));
    while (!open.isEmpty()) {
      Path folder = open.pop();
      try (SecureDirectoryStream<Path> stream = opened(folder)) {
        Files.createDirectory(copy.resolve(folder));
        made.add(folder);
        entries(stream, folder);
      } catch (NoSuchFileException e) {
        requireGone(folder, e);
      }
    }
    // Last, for a folder may be read-only, and every entry changes its time.
    Collections.reverse(made);
    for (Path folder : made) {
      Synced.folder(copy.resolve(folder));
      attributes(source.resolve(folder), copy.resolve(folder));
    }
    Synced.folder(copy);
    attributes(source, copy);
  }

  /** What is missing must be something of the source: without the copy nothing can be done. */
  private void requireGone(Path missing, NoSuchFileException e) throws IOException {
    if (!Layout.isFolder(copy)) {
      throw e;
    }
    LOG.debug("{} went away while it was copied", missing);
  }

  /** Opens a folder by its parts, so that no deep tree needs many open files. */
  private SecureDirectoryStream<Path> opened(Path folder) throws IOException {
    SecureDirectoryStream<Path> current = ground;
    for (Path part : folder) {
      SecureDirectoryStream<Path> next;
      try {
        next = current.newDirectoryStream(part, LinkOption.NOFOLLOW_LINKS);
      } finally {
        if (current != ground) {
          current.close();
        }
      }
      current = next;
    }
    return current;
  }

  private void entries(SecureDirectoryStream<Path> stream, Path folder) throws IOException {
    for (Path entry : stream) {
      Path name = entry.getFileName();
      try {
        entry(stream, folder.resolve(name), name);
      } catch (NoSuchFileException e) {
        requireGone(folder.resolve(name), e);
      }
    }
  }

  private void entry(SecureDirectoryStream<Path> stream, Path path, Path name) throws IOException {
    PosixFileAttributeView view =
        stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      throw new IOException("this platform has no permissions to copy");
    }
    PosixFileAttributes attributes = view.readAttributes();
    if (attributes.isDirectory()) {
      open.push(path);
    } else if (attributes.isSymbolicLink()) {
      Files.createSymbolicLink(copy.resolve(path), Files.readSymbolicLink(source.resolve(path)));
    } else if (attributes.isRegularFile()) {
      file(stream, path, name);
      apply(copy.resolve(path), attributes);
    } else {
      LOG.warn("{} is neither file, folder nor link: it is not copied", source.resolve(path));
    }
  }

  private void file(SecureDirectoryStream<Path> stream, Path path, Path name) throws IOException {
    try (SeekableByteChannel from =
            stream.newByteChannel(
                name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        FileChannel to =
            FileChannel.open(
                copy.resolve(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long position = 0;
      for (long read = -1; read != 0; position += read) {
        read = to.transferFrom(from, position, 1L << 24);
      }
      to.force(true);
    }
  }

  private static void attributes(Path source, Path copy) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(source, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      if (view != null && view.readAttributes().isDirectory()) {
        apply(copy, view.readAttributes());
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} went away while it was copied", source);
    }
  }

  private static void apply(Path copy, PosixFileAttributes attributes) throws IOException {
    Files.setPosixFilePermissions(copy, attributes.permissions());
    BasicFileAttributes times = attributes;
    Files.setLastModifiedTime(copy, times.lastModifiedTime());
  }
}
