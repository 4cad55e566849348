package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Folders that hold bytes, each named by the id of what it is, and marked once it is durable. The
 * marker is beside the bytes, not among them: it says whose they are, for people who have lost the
 * database.
 *
 * @param <I> the type of id; its text is the folder's name
 */
abstract class MarkedFolders<I> {
  private final Parent parent;
  private final String marker;
  private final Function<String, I> ids;
  private final Drafts drafts;
  private final Trash trash;

  /** Where the folders are; made when it is missing. */
  interface Parent {
    /** The folder around them. */
    Path path() throws IOException;
  }

  /** Folders in a folder, with markers of a name; {@code ids} refuses what is no id. */
  MarkedFolders(Parent parent, String marker, Function<String, I> ids, Drafts drafts, Trash trash) {
    this.parent = parent;
    this.marker = marker;
    this.ids = ids;
    this.drafts = drafts;
    this.trash = trash;
  }

  /** The folder of an id, which may be missing. */
  final Path folder(I id) throws IOException {
    return parent.path().resolve(name(id));
  }

  /** The name of an id's folder. */
  abstract String name(I id);

  /** Makes the folder as a copy of another, unless it is there, or was. */
  final void makeFrom(I id, Path source) throws IOException {
    if (!marked(id)) {
      drafts.copy(source, Layout.folder(parent.path(), name(id)));
    }
  }

  /**
   * Whether the folder was done once: who helps to make it and comes late must not make it anew, or
   * bytes that are lost would seem to be there, and to be none.
   */
  final boolean marked(I id) throws IOException {
    return Layout.isThere(folder(id).resolve(marker));
  }

  /** Makes the folder durable, and marks it; empty when it is gone. */
  final Optional<Path> seal(I id, String text) throws IOException {
    Path folder = folder(id);
    Path data = folder.resolve(Layout.DATA);
    if (!Layout.isThere(data)) {
      if (marked(id)) {
        throw new NoSuchFileException(data.toString(), null, "somebody took it away");
      }
      return Optional.empty();
    }
    require(id);
    try {
      Synced.folder(data);
      Synced.write(folder.resolve(marker), text, true);
      Synced.folder(folder);
      Synced.folder(parent.path());
      return Optional.of(data);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Where the bytes are, if they are there. */
  final Path place(I id) throws IOException {
    return folder(id).resolve(Layout.DATA);
  }

  /** The folder of the bytes, which must be there. */
  final Path require(I id) throws IOException {
    Path data = place(id);
    Layout.requireFolder(folder(id));
    Layout.requireFolder(data);
    return data;
  }

  /** Takes the folder away with all its bytes. */
  final void destroy(I id) throws IOException {
    trash.take(folder(id));
  }

  /** What was begun and never marked: it holds no bytes of users. */
  final List<I> unmarked() throws IOException {
    List<I> unmarked = new ArrayList<>();
    try (Stream<Path> folders = Files.list(parent.path())) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        if (Layout.isFolder(folder) && !Layout.isThere(folder.resolve(marker))) {
          id(folder).ifPresent(unmarked::add);
        }
      }
    }
    return unmarked;
  }

  private Optional<I> id(Path folder) {
    try {
      return Optional.of(ids.apply(folder.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
