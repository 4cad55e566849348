package dev.mooring.internal.instance;

import dev.mooring.attachment.Attachments;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.error.ConflictException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.instance.Instance;
import dev.mooring.instance.Instances;
import dev.mooring.internal.attach.DefaultLaunch;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Keys;
import dev.mooring.spi.Capability;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Built-in instances, over all regions whose backends host them. */
public final class DefaultInstances implements Instances {
  private final Sessions sessions;
  private final Attachments attachments;

  /** The instances of these regions. */
  public DefaultInstances(Sessions sessions, Attachments attachments) {
    this.sessions = sessions;
    this.attachments = attachments;
  }

  @Override
  public Instance launch(Launch launch) {
    String region = launch.target().regionIfGiven().orElseThrow();
    RegionSession session = sessions.require(region, "launch");
    Problem problem = Problem.tried("launch").on(launch.target().toString()).in(region);
    session.require(Capability.INSTANCES, "launch", launch.target().toString());
    TargetRecord record =
        session
            .targets()
            .get(Keys.target(sessions.account(), launch.target()))
            .filter(r -> DefaultLaunch.holdsAll(session, r, launch))
            .orElseThrow(
                () ->
                    new ConflictException(
                        problem.because("its claims were lost meanwhile").hint("plan it again")));
    boolean ranBefore = session.instances().find(record.target().name()).isPresent();
    InstanceHosting.Hosted hosted =
        session.instances().launch(record, DefaultLaunch.volumes(session, record));
    requireMounts(session, record, ranBefore, problem);
    return new InstanceHandle(sessions, session, hosted);
  }

  /**
   * Looks whether everything is still attached, now that everybody can see it run. Whoever detaches
   * says so first and looks for users afterwards, so that one of the two sees the other. An
   * instance that ran before was started by somebody whom the detachment saw: it is left alone.
   */
  private static void requireMounts(
      RegionSession session, TargetRecord launched, boolean ranBefore, Problem problem) {
    Optional<TargetRecord> now =
        session.targets().get(launched.key()).filter(r -> r.token().equals(launched.token()));
    for (TargetMount mount : launched.mounts()) {
      boolean there =
          now.flatMap(record -> record.mountOf(mount.volumeKey()))
              .filter(found -> found.volumeId().equals(mount.volumeId()))
              .filter(found -> found.state() != MountState.DETACHING)
              .isPresent();
      if (!there) {
        if (!ranBefore) {
          session.instances().stop(launched.target().name());
        }
        throw new ConflictException(
            problem.because(mount.volume() + " was detached meanwhile").hint("plan it again"));
      }
    }
  }

  @Override
  public Instance launch(String name, UnaryOperator<LaunchRequest> mounts) {
    return launch(mounts.apply(attachments.to(Target.instance(name))).plan().apply());
  }

  @Override
  public Instance named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("find")
                        .on("instance/" + Shown.plain(name))
                        .because("the account runs no instance of this name")
                        .hint("list the instances to see those it runs")));
  }

  @Override
  public Optional<Instance> find(String name) {
    Violations violations = new Violations();
    Names.target(violations, "name", name);
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    return hosting()
        .flatMap(
            session ->
                session.instances().find(name).stream()
                    .<Instance>map(hosted -> new InstanceHandle(sessions, session, hosted)))
        .findFirst();
  }

  @Override
  public Stream<Instance> list() {
    return hosting()
        .flatMap(
            session ->
                session.instances().list().stream()
                    .map(hosted -> new InstanceHandle(sessions, session, hosted)));
  }

  private Stream<RegionSession> hosting() {
    return sessions.all().stream().filter(s -> s.can(Capability.INSTANCES));
  }
}
