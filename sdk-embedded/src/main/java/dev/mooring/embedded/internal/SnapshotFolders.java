package dev.mooring.embedded.internal;

import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.SnapshotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that hold the bytes of snapshots. */
final class SnapshotFolders {
  private static final String MARKER = "snapshot.json";

  private final Layout layout;
  private final Drafts drafts;
  private final Trash trash;

  SnapshotFolders(Layout layout, Drafts drafts, Trash trash) {
    this.layout = layout;
    this.drafts = drafts;
    this.trash = trash;
  }

  /** Copies a folder into the snapshot's, unless that is done. */
  void make(SnapshotId id, Path source) throws IOException {
    drafts.copy(source, Layout.folder(layout.snapshots(), id.value()));
  }

  /** Marks the snapshot as whole, durably; empty when it is gone. */
  Optional<Path> seal(SnapshotSpec spec) throws IOException {
    Path folder = layout.snapshots().resolve(spec.id().value());
    Path data = folder.resolve(Layout.DATA);
    if (!Layout.isFolder(data)) {
      return Optional.empty();
    }
    try {
      Synced.write(folder.resolve(MARKER), Marker.of(spec), true);
      Synced.folder(folder);
      Synced.folder(layout.snapshots());
      return Optional.of(data);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Where a snapshot's bytes are, if it is there. */
  Path place(SnapshotId id) throws IOException {
    return layout.snapshots().resolve(id.value()).resolve(Layout.DATA);
  }

  /** Takes the folder away with all its bytes. */
  void destroy(SnapshotId id) throws IOException {
    trash.take(layout.snapshots().resolve(id.value()));
  }

  /** The snapshots whose folders were begun and never marked. */
  List<SnapshotId> unmarked() throws IOException {
    List<SnapshotId> unmarked = new ArrayList<>();
    try (Stream<Path> folders = Files.list(layout.snapshots())) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        if (Layout.isFolder(folder) && !Layout.isThere(folder.resolve(MARKER))) {
          id(folder).ifPresent(unmarked::add);
        }
      }
    }
    return unmarked;
  }

  private static Optional<SnapshotId> id(Path folder) {
    try {
      return Optional.of(new SnapshotId(folder.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
