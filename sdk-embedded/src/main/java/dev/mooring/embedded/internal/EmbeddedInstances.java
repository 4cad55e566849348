package dev.mooring.embedded.internal;

import dev.mooring.embedded.internal.InstanceFolders.Running;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.InstanceState;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances as folders: one for each name, whatever the kind of its target. */
final class EmbeddedInstances implements InstanceHosting {
  private static final int MOST_TRIES = 16;

  private final BackendContext context;
  private final Lives lives;
  private final InstanceFolders folders;
  private final Commands commands;

  EmbeddedInstances(
      BackendContext context, Lives lives, InstanceFolders folders, Commands commands) {
    this.context = context;
    this.lives = lives;
    this.folders = folders;
    this.commands = commands;
  }

  @Override
  public Hosted launch(TargetRecord target, Map<String, VolumeRecord> volumes) {
    Problem problem = Problem.tried("launch").on(target.target().toString()).in(context.region());
    try {
      for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
        Optional<Hosted> hosted = tryLaunch(target, problem);
        if (hosted.isPresent()) {
          return hosted.get();
        }
      }
    } catch (IOException e) {
      throw FileErrors.translate(problem, e);
    }
    throw new ConflictException(
        problem.because("it is being stopped all the time").hint("try again"));
  }

  private Optional<Hosted> tryLaunch(TargetRecord target, Problem problem) throws IOException {
    String name = target.target().name();
    Optional<Running> there = folders.running(name);
    if (there.isPresent() && !there.get().file().key().equals(target.key())) {
      throw InvalidRequestException.of(
          problem.hint("stop it, or choose another name"),
          "target.name",
          there.get().file().target() + " runs under this name");
    }
    if (there.isPresent() && !lives.goesOn(there.get().file(), target)) {
      throw new ConflictException(
          problem
              .because("it runs in another life of its target, which was attached anew")
              .hint("plan it again"));
    }
    try {
      InstanceFolder folder = folders.of(name);
      if (there.isPresent()) {
        folder.refresh(target, there.get().file().startedAt());
      } else {
        folders.build(target, context.clock().instant());
      }
      requireClaims(folder, target, there.isEmpty(), problem);
      return folder.read().map(EmbeddedInstances::hosted);
    } catch (NoSuchFileException e) {
      // Stopped meanwhile by somebody else: begin again.
      return Optional.empty();
    }
  }

  /**
   * Looks whether the drives are still the target's, now that its folder tells everybody that it
   * lives: a slow launch may have lost them after its grace. Whoever takes a claim looks for users
   * afterwards, so that one of the two sees the other. What was built for a lost drive goes; what
   * ran already, or runs in another life meanwhile, loses that drive only.
   */
  private void requireClaims(
      InstanceFolder folder, TargetRecord target, boolean built, Problem problem)
      throws IOException {
    List<TargetMount> lost = lives.lost(target);
    if (lost.isEmpty()) {
      return;
    }
    boolean ours = folder.read().filter(file -> file.token().equals(target.token())).isPresent();
    if (built && ours) {
      folders.remove(target.target().name());
    } else {
      for (TargetMount mount : lost) {
        folder.unlink(mount.volumeId(), target.token());
      }
    }
    throw new ConflictException(
        problem
            .because(lost.get(0).volume() + " is not claimed for it any more")
            .hint("plan it again"));
  }

  private static Hosted hosted(InstanceFile file) {
    return new Hosted(file.name(), InstanceState.RUNNING, null, file.startedAt());
  }

  @Override
  public Optional<Hosted> find(String name) {
    return running(name, "find").map(running -> hosted(running.file()));
  }

  private Optional<Running> running(String name, String verb) {
    try {
      return folders.running(name);
    } catch (IOException e) {
      throw FileErrors.translate(problem(verb, name), e);
    }
  }

  @Override
  public List<Hosted> list() {
    try {
      return folders.all().stream().map(running -> hosted(running.file())).toList();
    } catch (IOException e) {
      throw FileErrors.translate(Problem.tried("list").on("instances").in(context.region()), e);
    }
  }

  @Override
  public void stop(String name) {
    try {
      folders.remove(name);
    } catch (IOException e) {
      throw FileErrors.translate(problem("stop", name), e);
    } finally {
      commands.kill(name);
    }
  }

  @Override
  public Optional<Path> path(String name, MountPath path) {
    try {
      Optional<Running> running = folders.running(name);
      return running.isEmpty() ? Optional.empty() : running.get().folder().find(path.value());
    } catch (IOException e) {
      throw FileErrors.translate(problem("find a path of", name), e);
    }
  }

  @Override
  public ExecResult exec(String name, List<String> argv, Duration limit) {
    Problem problem = problem("run a command in", name);
    Running running =
        running(name, "run a command in")
            .orElseThrow(
                () ->
                    new NotFoundException(
                        problem.because("there is no such instance").hint("launch it first")));
    List<String> mapped = argv.stream().map(argument -> mapped(running, argument)).toList();
    return commands.run(name, running.folder().root(), mapped, limit, problem);
  }

  /** An argument that is a mounted path, or below one, as this machine knows it. */
  private String mapped(Running running, String argument) {
    if (!argument.startsWith("/")) {
      return argument;
    }
    try {
      return running.folder().find(argument).map(Path::toString).orElse(argument);
    } catch (IOException e) {
      throw FileErrors.translate(problem("run a command in", running.file().name()), e);
    }
  }

  private Problem problem(String verb, String name) {
    return Problem.tried(verb).on("instance/" + name).in(context.region());
  }
}
