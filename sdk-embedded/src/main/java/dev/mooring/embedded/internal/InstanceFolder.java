package dev.mooring.embedded.internal;

import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one instance: {@code instance.json}; {@code mounts}, with one file for each volume,
 * so that two processes which change different mounts do not meet; and {@code root}, where the
 * mounts appear. Every method may be repeated. A {@link NoSuchFileException} means that the
 * instance was stopped meanwhile.
 */
final class InstanceFolder {
  private static final String FILE = "instance.json";
  private static final String MOUNTS = "mounts";
  private static final String ROOT = "root";
  private static final Pattern MOUNT_FILE = Pattern.compile("(vol-[0-9a-f]{32})\\.json");

  private final Path around;
  private final String name;
  private final Path folder;
  private final VolumeFolders volumes;

  InstanceFolder(Path around, String name, VolumeFolders volumes) {
    this.around = around;
    this.name = name;
    this.folder = around.resolve(name);
    this.volumes = volumes;
  }

  Path path() {
    return folder;
  }

  /** The instance's root folder. */
  Path root() {
    return folder.resolve(ROOT);
  }

  /** What it says about itself; empty when no instance runs here. */
  Optional<InstanceFile> read() throws IOException {
    Optional<String> json = text(folder.resolve(FILE));
    return json.isPresent() ? Optional.of(InstanceFile.read(json.get())) : Optional.empty();
  }

  /** How it mounts a volume; empty when it does not. */
  Optional<MountFile> mount(VolumeId volume) throws IOException {
    Optional<String> json = text(mountFile(volume));
    return json.isPresent() ? Optional.of(MountFile.read(json.get())) : Optional.empty();
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path mountFile(VolumeId volume) {
    return folder.resolve(MOUNTS).resolve(volume.value() + ".json");
  }

  /** Makes the folder with all mounts of a target; the last step makes it an instance. */
  void build(TargetRecord target, Instant now) throws IOException {
    Layout.folder(around, name);
    Layout.folder(folder, ROOT);
    Layout.folder(folder, MOUNTS);
    refresh(target, now);
  }

  /** Makes the mounts of a target appear that do not yet, and notes its present life. */
  void refresh(TargetRecord target, Instant startedAt) throws IOException {
    for (TargetMount mount : target.mounts()) {
      if (mount.state() != MountState.DETACHING) {
        link(mount, target.token());
      }
    }
    for (ScratchMount scratch : target.scratch()) {
      Path place = Mounting.parent(root(), scratch.path());
      Layout.folder(place, Mounting.name(scratch.path()));
    }
    Synced.write(folder.resolve(FILE), InstanceFile.of(target, startedAt).json(), false);
  }

  private void link(TargetMount mount, String token) throws IOException {
    Path data = volumes.require(mount.volumeId());
    Synced.write(mountFile(mount.volumeId()), MountFile.of(mount, token).json(), false);
    Mounting.link(root(), mount.path(), data);
  }

  /** Makes a volume disappear. */
  void unlink(VolumeId volume) throws IOException {
    Optional<MountFile> mount = mount(volume);
    if (mount.isPresent()) {
      Mounting.unlink(root(), mount.get().path(), volumes.place(volume));
      Files.deleteIfExists(mountFile(volume));
    }
  }

  /** Makes a volume disappear that one life of the target mounted, and no other. */
  void unlink(VolumeId volume, String token) throws IOException {
    if (mount(volume).filter(m -> m.token().equals(token)).isPresent()) {
      unlink(volume);
    }
  }

  /** The volumes that it mounts. */
  List<VolumeId> mounted() throws IOException {
    List<VolumeId> ids = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(MOUNTS))) {
      files
          .map(file -> MOUNT_FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .forEach(matcher -> ids.add(new VolumeId(matcher.group(1))));
    }
    return ids;
  }

  /**
   * Where an absolute path of the instance really is; empty when it is not at or below a mount or
   * scratch space, or when something else has the mount's place.
   */
  Optional<Path> find(String path) throws IOException {
    Optional<InstanceFile> instance = read();
    if (instance.isEmpty() || goesUp(path)) {
      return Optional.empty();
    }
    for (VolumeId volume : mounted()) {
      Optional<MountPath> at = mount(volume).map(MountFile::path);
      if (at.isPresent() && isAtOrBelow(path, at.get().value())) {
        return Mounting.leadsTo(root(), at.get(), volumes.place(volume))
            ? Optional.of(root().resolve(path.substring(1)))
            : Optional.empty();
      }
    }
    return instance.get().scratch().stream()
        .filter(scratch -> isAtOrBelow(path, scratch))
        .map(scratch -> root().resolve(path.substring(1)))
        .findFirst();
  }

  private static boolean goesUp(String path) {
    return List.of(path.split("/", -1)).contains("..") || path.indexOf('\0') >= 0;
  }

  private static boolean isAtOrBelow(String path, String mount) {
    return path.equals(mount) || path.startsWith(mount + "/");
  }
}
