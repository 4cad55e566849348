package dev.mooring.embedded.internal;

import dev.mooring.spi.BackendContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the account's instances in the region. */
final class InstanceFolders {
  private final BackendContext context;
  private final Layout layout;
  private final VolumeFolders volumes;
  private final Trash trash;

  InstanceFolders(BackendContext context, Layout layout, VolumeFolders volumes, Trash trash) {
    this.context = context;
    this.layout = layout;
    this.volumes = volumes;
    this.trash = trash;
  }

  /** The folder of an instance, which may be missing. */
  InstanceFolder of(String name) throws IOException {
    return new InstanceFolder(folder(), Layout.safe(name), volumes);
  }

  /** The instance that runs under a name. */
  Optional<Running> running(String name) throws IOException {
    InstanceFolder folder = of(name);
    if (!Layout.isFolder(folder.path())) {
      return Optional.empty();
    }
    return folder.read().map(file -> new Running(folder, file));
  }

  /** All instances that run, by name. */
  List<Running> all() throws IOException {
    List<Running> found = new ArrayList<>();
    Path around = folder();
    try (Stream<Path> folders = Files.list(around)) {
      for (Path path : (Iterable<Path>) folders.sorted()::iterator) {
        InstanceFolder folder = new InstanceFolder(around, path.getFileName().toString(), volumes);
        if (Layout.isFolder(path)) {
          folder.read().ifPresent(file -> found.add(new Running(folder, file)));
        }
      }
    }
    return found;
  }

  /**
   * Takes an instance away: gone at once, its links and scratch space removed, no volume touched.
   */
  void remove(String name) throws IOException {
    trash.take(of(name).path());
  }

  private Path folder() throws IOException {
    return layout.instances(context.account(), context.region());
  }

  /** An instance that runs. */
  record Running(InstanceFolder folder, InstanceFile file) {}
}
