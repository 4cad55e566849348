package dev.mooring.embedded.internal;

import dev.mooring.spi.BackendContext;
import dev.mooring.spi.TargetRecord;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of the account's instances in the region. */
final class InstanceFolders {
  /** What no instance's folder begins with. */
  private static final String HIDDEN = ".new-";

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
    Optional<Path> around = folderIfThere();
    if (around.isEmpty()) {
      return Optional.empty();
    }
    InstanceFolder folder = new InstanceFolder(around.get(), Layout.safe(name), volumes);
    if (!Layout.isFolder(folder.path())) {
      return Optional.empty();
    }
    return folder.read().map(file -> new Running(folder, file));
  }

  /** All instances that run, by name. */
  List<Running> all() throws IOException {
    List<Running> found = new ArrayList<>();
    Optional<Path> around = folderIfThere();
    if (around.isEmpty()) {
      return found;
    }
    for (String name : names(around.get())) {
      InstanceFolder folder = new InstanceFolder(around.get(), name, volumes);
      if (!name.startsWith(HIDDEN) && Layout.isFolder(folder.path())) {
        folder.read().ifPresent(file -> found.add(new Running(folder, file)));
      }
    }
    return found;
  }

  /**
   * Takes an instance away: gone at once, its links and scratch space removed, no volume touched.
   */
  void remove(String name) throws IOException {
    Optional<Path> around = folderIfThere();
    if (around.isPresent()) {
      trash.take(around.get().resolve(Layout.safe(name)));
    }
  }

  /**
   * Makes an instance: whole, out of sight, and then there by one rename.
   *
   * @throws NoSuchFileException when somebody else was faster, or took it away: begin again
   */
  void build(TargetRecord target, Instant now) throws IOException {
    Path around = folder();
    InstanceFolder fresh = new InstanceFolder(around, HIDDEN + UUID.randomUUID(), volumes);
    InstanceFolder wanted = of(target.target().name());
    try {
      fresh.build(target, now);
      Files.move(fresh.path(), wanted.path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      trash.take(fresh.path());
      if (!Layout.isFolder(wanted.path())) {
        throw e;
      }
      removeLeftover(around, wanted.path());
      throw new NoSuchFileException(wanted.path().toString(), null, e.getMessage());
    }
  }

  /**
   * Takes away a folder that is no instance, as an older version or somebody by hand left it. What
   * was built there this very moment is another folder, and stays.
   */
  private void removeLeftover(Path around, Path folder) throws IOException {
    Object seen = identity(folder);
    InstanceFolder instance = new InstanceFolder(around, folder.getFileName().toString(), volumes);
    if (instance.read().isPresent() || !Objects.equals(seen, identity(folder))) {
      return;
    }
    Path aside = around.resolve(HIDDEN + UUID.randomUUID());
    Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
    if (Objects.equals(seen, identity(aside))) {
      trash.take(aside);
    } else {
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static @Nullable Object identity(Path folder) throws IOException {
    return Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  /**
   * Takes away what launches left that died before the rename. One that is only slow finds it gone,
   * and begins again.
   */
  void sweepUnfinished() throws IOException {
    Optional<Path> around = folderIfThere();
    if (around.isEmpty()) {
      return;
    }
    for (String name : names(around.get())) {
      if (name.startsWith(HIDDEN)) {
        trash.take(around.get().resolve(name));
      }
    }
  }

  /**
   * Takes the account's folders away that hold no instance any more. Whoever builds one at this
   * moment begins again.
   */
  void removeEmpty() throws IOException {
    Optional<Path> around = folderIfThere();
    if (around.isPresent() && removeEmpty(around.get())) {
      Path ofAccount = around.get().getParent();
      if (ofAccount != null) {
        removeEmpty(ofAccount);
      }
    }
  }

  private static boolean removeEmpty(Path folder) throws IOException {
    try {
      return Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  private static List<String> names(Path around) throws IOException {
    try (Stream<Path> folders = Files.list(around)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private Path folder() throws IOException {
    return layout.instances(context.account(), context.region());
  }

  private Optional<Path> folderIfThere() throws IOException {
    return layout.instancesIfThere(context.account(), context.region());
  }

  /** An instance that runs. */
  record Running(InstanceFolder folder, InstanceFile file) {}
}
