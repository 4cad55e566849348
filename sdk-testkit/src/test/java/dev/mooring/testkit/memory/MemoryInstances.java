package dev.mooring.testkit.memory;

import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.InstanceState;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Instances as folders: {@code instances/NAME/TARGET-KEY.TOKEN}, with links to the drives' folders.
 */
final class MemoryInstances implements InstanceHosting {
  private final Path home;
  private final Clock clock;

  MemoryInstances(Path home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  Path drive(VolumeRecord record) {
    return home.resolve("drives").resolve(record.spec().id().value());
  }

  List<Path> drives() {
    return Folders.list(home.resolve("drives"));
  }

  private Path folder(String name) {
    return home.resolve("instances").resolve(name);
  }

  private Path root(String name) {
    return Folders.list(folder(name)).stream().findFirst().orElseThrow(() -> gone(name));
  }

  private static NotFoundException gone(String name) {
    return new NotFoundException(
        Problem.tried("find").on("instance/" + name).because("it is gone").hint("launch it"));
  }

  boolean lives(TargetRecord target) {
    return Files.isDirectory(life(target));
  }

  private Path life(TargetRecord target) {
    return folder(target.target().name()).resolve(target.key() + "." + target.token());
  }

  List<VolumeUser> users(VolumeRecord volume) {
    return list().stream()
        .filter(hosted -> links(root(hosted.name()), drive(volume)))
        .map(
            hosted -> {
              String[] life = root(hosted.name()).getFileName().toString().split("[.]", 2);
              return new VolumeUser(
                  "instance",
                  hosted.name(),
                  VolumeUser.State.RUNNING,
                  true,
                  life[1],
                  life[0],
                  hosted.startedAt(),
                  false);
            })
        .toList();
  }

  private static boolean links(Path root, Path drive) {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isSymbolicLink).anyMatch(link -> reads(link).equals(drive));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path reads(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void link(TargetRecord target, Map<String, VolumeRecord> volumes) {
    Path root = root(target.target().name());
    for (TargetMount mount : target.mounts()) {
      VolumeRecord volume = volumes.get(mount.volumeKey());
      Path link = root.resolve(mount.path().value().substring(1));
      if (volume != null && !Files.isSymbolicLink(link)) {
        try {
          Folders.make(Objects.requireNonNull(link.getParent()));
          Files.createSymbolicLink(link, drive(volume));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  void unlink(String name, MountPath path) {
    try {
      Files.deleteIfExists(root(name).resolve(path.value().substring(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Hosted launch(TargetRecord target, Map<String, VolumeRecord> volumes) {
    Folders.make(life(target));
    link(target, volumes);
    return find(target.target().name()).orElseThrow(() -> gone(target.target().name()));
  }

  @Override
  public Optional<Hosted> find(String name) {
    return Folders.list(folder(name)).stream()
        .findFirst()
        .map(root -> new Hosted(name, InstanceState.RUNNING, null, started(root)));
  }

  private Instant started(Path root) {
    try {
      return Files.getLastModifiedTime(root.getParent()).toInstant();
    } catch (IOException e) {
      return clock.instant();
    }
  }

  @Override
  public List<Hosted> list() {
    return Folders.list(home.resolve("instances")).stream()
        .flatMap(folder -> find(folder.getFileName().toString()).stream())
        .toList();
  }

  @Override
  public void stop(String name) {
    Folders.remove(folder(name));
  }

  @Override
  public Optional<Path> path(String name, MountPath path) {
    Path link = root(name).resolve(path.value().substring(1));
    return Files.isSymbolicLink(link) ? Optional.of(link) : Optional.empty();
  }

  @Override
  public ExecResult exec(String name, List<String> argv, Duration limit) {
    try {
      Path out = Files.createTempFile("out", "");
      Path err = Files.createTempFile("err", "");
      Process process =
          new ProcessBuilder(argv)
              .directory(root(name).toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new StorageTimeoutException(
            Problem.tried("run"), "RUNNING", "IN_PROGRESS", "", null, List.of());
      }
      ExecResult result = new ExecResult(process.exitValue(), text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
