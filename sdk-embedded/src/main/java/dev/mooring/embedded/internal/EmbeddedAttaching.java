package dev.mooring.embedded.internal;

import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.embedded.internal.InstanceFolders.Running;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Presence;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Targets are alive while their folder is there. There are no controllers here, so those kinds that
 * only a Kubernetes controller can be are refused.
 */
final class EmbeddedAttaching implements Attaching {
  private static final Set<TargetKind> CONTROLLERS =
      EnumSet.of(TargetKind.DEPLOYMENT, TargetKind.STATEFULSET);

  private final BackendContext context;
  private final InstanceFolders folders;
  private final Lives lives;
  private final Duration launchGrace;

  EmbeddedAttaching(
      BackendContext context, InstanceFolders folders, Lives lives, Duration launchGrace) {
    this.context = context;
    this.folders = folders;
    this.lives = lives;
    this.launchGrace = launchGrace;
  }

  @Override
  public List<Violation> check(Target target) {
    return CONTROLLERS.contains(target.kind())
        ? List.of(
            Violation.of(
                    "target.kind",
                    "the embedded backend has no "
                        + target.kind()
                        + "s: it lacks the capability WORKLOADS",
                    TargetKind.INSTANCE.word())
                .as(ErrorCode.UNSUPPORTED))
        : List.of();
  }

  @Override
  public Map<String, Presence> presence(Collection<TargetRecord> targets) {
    Map<String, Presence> answers = new LinkedHashMap<>();
    for (TargetRecord target : targets) {
      answers.put(target.key(), presence(target));
    }
    return answers;
  }

  private Presence presence(TargetRecord target) {
    try {
      Optional<Running> there = folders.running(target.target().name());
      boolean exists = there.filter(r -> r.file().key().equals(target.key())).isPresent();
      String detail =
          there.isEmpty()
              ? "no instance runs under this name"
              : there.get().file().target()
                  + " runs in "
                  + there.get().folder().path()
                  + " since "
                  + there.get().file().startedAt().truncatedTo(ChronoUnit.SECONDS);
      return new Presence(exists, null, detail);
    } catch (IOException e) {
      throw FileErrors.translate(problem("look for", target), e);
    }
  }

  @Override
  public Map<String, List<VolumeUser>> users(Collection<VolumeRecord> volumes) {
    Map<String, List<VolumeUser>> answers = new LinkedHashMap<>();
    try {
      List<Running> all = folders.all();
      for (VolumeRecord volume : volumes) {
        List<VolumeUser> users = new ArrayList<>();
        for (Running running : all) {
          running
              .folder()
              .mount(volume.spec().id())
              .ifPresent(mount -> users.add(user(running.file(), mount)));
        }
        answers.put(volume.key(), users);
      }
    } catch (IOException e) {
      throw FileErrors.translate(
          Problem.tried("look for users of").on("volumes").in(context.region()), e);
    }
    return answers;
  }

  private static VolumeUser user(InstanceFile file, MountFile mount) {
    return new VolumeUser(
        TargetKind.INSTANCE.word(),
        file.name(),
        VolumeUser.State.RUNNING,
        true,
        mount.token(),
        file.key(),
        file.startedAt(),
        mount.readOnly());
  }

  @Override
  public void connect(TargetRecord target, Map<String, VolumeRecord> volumes) {
    try {
      Optional<Running> there = mine(target).filter(r -> lives.goesOn(r.file(), target));
      if (there.isEmpty()) {
        return;
      }
      InstanceFolder folder = there.get().folder();
      folder.refresh(target, there.get().file().startedAt());
      for (TargetMount lost : lives.lost(target)) {
        folder.unlink(lost.volumeId(), target.token());
      }
    } catch (NoSuchFileException e) {
      // Stopped meanwhile: there is nothing left in which they could appear.
      return;
    } catch (IOException e) {
      throw FileErrors.translate(problem("attach volumes to", target), e);
    }
  }

  @Override
  public void disconnect(TargetRecord target, TargetMount mount) {
    try {
      Optional<Running> there = mine(target);
      if (there.isPresent()) {
        there.get().folder().unlink(mount.volumeId(), target.token());
      }
    } catch (IOException e) {
      throw FileErrors.translate(problem("detach volumes from", target), e);
    }
  }

  private Optional<Running> mine(TargetRecord target) throws IOException {
    return folders
        .running(target.target().name())
        .filter(running -> running.file().key().equals(target.key()));
  }

  @Override
  public Duration launchGrace() {
    return launchGrace;
  }

  private Problem problem(String verb, TargetRecord target) {
    return Problem.tried(verb).on(target.target().toString()).in(context.region());
  }
}
