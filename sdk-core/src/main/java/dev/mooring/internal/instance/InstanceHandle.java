package dev.mooring.internal.instance;

import dev.mooring.attachment.Target;
import dev.mooring.error.CancelledException;
import dev.mooring.error.FailedException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.error.UnavailableException;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instance;
import dev.mooring.instance.InstanceState;
import dev.mooring.internal.attach.Liveness;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Keys;
import dev.mooring.spi.Durations;
import dev.mooring.spi.InstanceHosting.Hosted;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** An instance as it was read. */
final class InstanceHandle implements Instance {
  private static final Duration EXEC_LIMIT = Duration.ofMinutes(1);

  /** How often a start or stop is looked at: each look is one small request. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Sessions sessions;
  private final RegionSession session;
  private final Hosted hosted;

  InstanceHandle(Sessions sessions, RegionSession session, Hosted hosted) {
    this.sessions = sessions;
    this.session = session;
    this.hosted = hosted;
  }

  @Override
  public String name() {
    return hosted.name();
  }

  @Override
  public String region() {
    return session.name();
  }

  @Override
  public Target target() {
    return Target.instance(name()).region(region());
  }

  @Override
  public InstanceState state() {
    return hosted.state();
  }

  @Override
  public Optional<StatusReason> reason() {
    return Optional.ofNullable(hosted.reason());
  }

  @Override
  public Instant startedAt() {
    return hosted.startedAt();
  }

  @Override
  public Instance refresh() {
    return session
        .instances()
        .find(name())
        .map(h -> new InstanceHandle(sessions, session, h))
        .orElseThrow(() -> gone("read"));
  }

  @Override
  public Instance await() {
    return await(sessions.configuration().timeouts().longestWait());
  }

  @Override
  public Instance await(Duration limit) {
    Hosted last =
        look(
                limit,
                "start",
                found -> {
                  Hosted now = found.orElseThrow(() -> gone("start"));
                  if (now.state() == InstanceState.FAILED) {
                    throw failed(now);
                  }
                  return now.state() == InstanceState.RUNNING;
                })
            .orElseThrow(() -> gone("start"));
    noteSeen();
    return new InstanceHandle(sessions, session, last);
  }

  /** Whoever looks at a living target writes down that it was seen. */
  private void noteSeen() {
    session
        .targets()
        .get(Keys.target(sessions.account(), target()))
        .ifPresent(record -> Liveness.judge(session, record));
  }

  @Override
  public Path path(String mountPath) {
    Violations violations = new Violations();
    MountPath path = MountPaths.check(violations, "mountPath", mountPath);
    Problem problem = Problem.tried("find a path of").on("instance/" + name()).in(region());
    if (path == null) {
      throw new InvalidRequestException(problem, violations.list());
    }
    return session
        .instances()
        .path(name(), path)
        .orElseThrow(
            () ->
                new NotFoundException(
                    problem
                        .because("nothing is mounted at " + path)
                        .hint("attachments().of(instance.target()).list() shows its mounts")));
  }

  @Override
  public ExecResult exec(String... argv) {
    return exec(EXEC_LIMIT, argv);
  }

  @Override
  public ExecResult exec(Duration limit, String... argv) {
    if (argv.length == 0) {
      throw InvalidRequestException.of(
          Problem.tried("run a command in").on("instance/" + name()).in(region()),
          "argv",
          "is empty: a command is needed");
    }
    noteSeen();
    return session.instances().exec(name(), List.of(argv), limit);
  }

  @Override
  public void stop() {
    noteSeen();
    session.instances().stop(name());
    look(
        sessions.configuration().timeouts().longestWait(),
        "stop",
        found -> found.filter(this::sameLife).isEmpty());
  }

  /** Whether it is this very instance, and not one that was launched under its name since. */
  private boolean sameLife(Hosted found) {
    return found.startedAt().equals(hosted.startedAt());
  }

  /** Looks again and again until it is as wanted; a backend in trouble only delays. */
  private Optional<Hosted> look(Duration limit, String verb, Predicate<Optional<Hosted>> wanted) {
    long end = System.nanoTime() + limit.toNanos();
    Optional<Hosted> last = Optional.of(hosted);
    List<String> states = new ArrayList<>();
    while (true) {
      try {
        last = session.instances().find(name());
        if (wanted.test(last)) {
          return last;
        }
      } catch (UnavailableException e) {
        states.add(e.code().name());
      }
      String state = last.map(h -> h.state().name()).orElse("GONE");
      if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
        states.add(state);
      }
      if (System.nanoTime() - end >= 0) {
        throw timeout(verb, limit, last, states);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException(
            Problem.tried("wait to " + verb)
                .on("instance/" + name())
                .in(region())
                .because("the waiting thread was interrupted"));
      }
    }
  }

  private StorageTimeoutException timeout(
      String verb, Duration limit, Optional<Hosted> last, List<String> states) {
    Optional<StatusReason> why = last.map(Hosted::reason);
    return new StorageTimeoutException(
        Problem.tried(verb)
            .on("instance/" + name())
            .in(region())
            .because(
                "it has not ended within "
                    + Durations.format(limit)
                    + why.map(r -> ": " + r.reason() + ", " + r.raw()).orElse(""))
            .hint(why.map(StatusReason::hint).orElse("it goes on; look again later")),
        last.map(h -> h.state().name()).orElse("GONE"),
        why.map(r -> r.reason().name()).orElse(Reason.UNKNOWN.name()),
        why.map(StatusReason::raw).orElse(""),
        null,
        states);
  }

  private FailedException failed(Hosted now) {
    StatusReason why = now.reason();
    String raw = why == null ? "" : why.raw();
    Reason reason = why == null ? Reason.UNKNOWN : why.reason();
    return new FailedException(
        Problem.tried("start")
            .on("instance/" + name())
            .in(region())
            .because(reason + ": " + raw)
            .hint(reason.hint()),
        reason.name(),
        raw);
  }

  private NotFoundException gone(String verb) {
    return new NotFoundException(
        Problem.tried(verb)
            .on("instance/" + name())
            .in(region())
            .because("there is no such instance any more"));
  }

  /** For example {@code instance/trainer-0 RUNNING in us-central}. */
  @Override
  public String toString() {
    return "instance/" + name() + " " + state() + " in " + region();
  }
}
