package dev.mooring.embedded.internal;

import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that hold the bytes of volumes. */
final class VolumeFolders {
  /**
   * Beside the bytes, not among them: says whose they are, for people who have lost the database,
   * and that the folder was once durable.
   */
  static final String MARKER = "volume.json";

  private final Layout layout;
  private final Drafts drafts;
  private final Trash trash;

  VolumeFolders(Layout layout, Drafts drafts, Trash trash) {
    this.layout = layout;
    this.drafts = drafts;
    this.trash = trash;
  }

  /** Makes the folder, unless it is there. */
  void make(VolumeId id) throws IOException {
    Layout.folder(Layout.folder(layout.volumes(), id.value()), Layout.DATA);
  }

  /** Makes the folder as a copy of another, unless it is there. */
  void makeFrom(VolumeId id, Path source) throws IOException {
    drafts.copy(source, Layout.folder(layout.volumes(), id.value()));
  }

  /** Makes the folder durable, and marks it; empty when it is gone. */
  Optional<Path> seal(VolumeSpec spec) throws IOException {
    Path folder = layout.volume(spec.id());
    Path data = folder.resolve(Layout.DATA);
    if (!Layout.isThere(data)) {
      return Optional.empty();
    }
    require(spec.id());
    try {
      Synced.folder(data);
      Synced.write(folder.resolve(MARKER), Marker.of(spec), true);
      Synced.folder(folder);
      Synced.folder(layout.volumes());
      return Optional.of(data);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Where a volume's bytes are, if it is there. */
  Path place(VolumeId id) throws IOException {
    return layout.volume(id).resolve(Layout.DATA);
  }

  /** The folder of a volume's bytes, which must be there. */
  Path require(VolumeId id) throws IOException {
    Path data = place(id);
    Layout.requireFolder(layout.volume(id));
    Layout.requireFolder(data);
    return data;
  }

  /** Takes the folder away with all its bytes. */
  void destroy(VolumeId id) throws IOException {
    trash.take(layout.volume(id));
  }

  /** The volumes whose folders were begun and never marked: they hold no bytes of users. */
  List<VolumeId> unmarked() throws IOException {
    List<VolumeId> unmarked = new ArrayList<>();
    try (Stream<Path> folders = Files.list(layout.volumes())) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        if (Layout.isFolder(folder) && !Layout.isThere(folder.resolve(MARKER))) {
          id(folder).ifPresent(unmarked::add);
        }
      }
    }
    return unmarked;
  }

  private static Optional<VolumeId> id(Path folder) {
    try {
      return Optional.of(new VolumeId(folder.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
