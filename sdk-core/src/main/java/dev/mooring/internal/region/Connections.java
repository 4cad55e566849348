package dev.mooring.internal.region;

import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.config.Configuration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.Problem;
import dev.mooring.internal.layer.Layers;
import dev.mooring.internal.validate.ConfigurationRules;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.watch.Pacer;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.telemetry.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The backends of a client, connected once and shared by its owners. */
public final class Connections implements AutoCloseable {
  /** How long closing waits for steps that are under way; the next reader does what is left. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Configuration configuration;
  private final Map<String, StorageBackend> backends;
  private final Map<Owner, Sessions> owners = new LinkedHashMap<>();

  /** What all owners share who do not live apart: its watches and turns too. */
  private final Map<String, RegionSession> common = new LinkedHashMap<>();

  private final Deque<RegionSession> opened = new ArrayDeque<>();
  private final ExecutorService background;
  private boolean closed;

  private final Gone gone;

  /** Hears of volumes that are gone for good. */
  @FunctionalInterface
  public interface Gone {
    /** A volume's record is gone from a region; the sessions are those of its owner. */
    void gone(Sessions owners, RegionSession session, VolumeRecord volume);
  }

  private Connections(
      Configuration configuration, Map<String, StorageBackend> backends, Gone gone) {
    this.configuration = configuration;
    this.backends = backends;
    this.gone = gone;
    this.background =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "mooring-steps");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Connects all regions; a backend that is down is found out by the first call. */
  public static Connections open(
      Configuration configuration, List<CallListener> listeners, Clock clock, Gone gone) {
    check(configuration);
    Map<String, StorageBackend> backends = new LinkedHashMap<>();
    try {
      configuration
          .regions()
          .forEach(
              (name, region) ->
                  backends.put(name, connect(configuration, name, region, listeners, clock)));
    } catch (RuntimeException e) {
      backends.values().forEach(StorageBackend::close);
      throw e;
    }
    return new Connections(configuration, backends, gone);
  }

  private static void check(Configuration configuration) {
    Violations violations = new Violations();
    ConfigurationRules.check(violations, configuration);
    configuration.regions().forEach((name, region) -> oneBackend(violations, name, region));
    violations.orThrow(Problem.tried("connect"));
  }

  /** A second backend of a region would serve other kinds of volumes; none does so yet. */
  private static void oneBackend(Violations violations, String name, RegionConfiguration region) {
    if (region.backends().size() > 1) {
      violations.add(
          "regions." + name,
          "has several backends ("
              + String.join(", ", region.backends().stream().map(Backend::id).toList())
              + "), but one serves all kinds of volumes that there are so far");
    }
  }

  private static StorageBackend connect(
      Configuration configuration,
      String name,
      RegionConfiguration region,
      List<CallListener> listeners,
      Clock clock) {
    Backend first = region.backends().get(0);
    BackendContext context =
        new BackendContext(
            name,
            configuration.account(),
            configuration.owner(),
            region.profiles(),
            region.limits().quota(),
            configuration.timeouts().request(),
            clock);
    return Layers.around(
        first.connect(context), name, configuration.account(), configuration.retry(), listeners);
  }

  /** The regions as one owner sees them, in a role. */
  public Sessions sessions(Owner owner, Role role) {
    return sessions(owner).as(role);
  }

  /** The regions as one owner sees them, as a member. */
  public Sessions sessions(Owner owner) {
    synchronized (owners) {
      if (closed) {
        throw new IllegalStateException("the client is closed");
      }
      return owners.computeIfAbsent(owner, this::open);
    }
  }

  private Sessions open(Owner owner) {
    Map<String, RegionSession> sessions = new LinkedHashMap<>();
    configuration
        .regions()
        .forEach(
            (name, region) -> {
              StorageBackend shared = backends.get(name);
              if (shared == null) {
                throw new IllegalStateException("not connected: " + name);
              }
              StorageBackend own = owner.equals(configuration.owner()) ? shared : shared.as(owner);
              sessions.put(
                  name,
                  own == shared
                      ? common.computeIfAbsent(name, n -> open(n, region, shared))
                      : open(name, region, own));
            });
    return new Sessions(
        configuration,
        owner,
        Role.MEMBER,
        Collections.unmodifiableMap(sessions),
        this::inBackground,
        new HomeFacts());
  }

  private RegionSession open(String name, RegionConfiguration region, StorageBackend backend) {
    RegionSession session =
        new RegionSession(
            name,
            configuration.account(),
            region.backends().get(0).id(),
            region,
            backend,
            Pacer.REAL,
            (where, volume) -> gone.gone(sessions(volume.spec().owner()), where, volume));
    opened.push(session);
    return session;
  }

  private void inBackground(Runnable work) {
    try {
      background.execute(work);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the client is closed", e);
    }
  }

  @Override
  public void close() {
    synchronized (owners) {
      if (closed) {
        return;
      }
      closed = true;
    }
    // What is told comes from there, and would only be waited for.
    opened.forEach(session -> session.feed().close());
    background.shutdown();
    boolean interrupted = false;
    try {
      background.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    opened.forEach(RegionSession::close);
    backends.values().forEach(StorageBackend::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
