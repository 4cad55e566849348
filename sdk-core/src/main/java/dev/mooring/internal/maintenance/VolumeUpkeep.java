package dev.mooring.internal.maintenance;

import dev.mooring.error.CancelledException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InUseException;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.DefaultSnapshots;
import dev.mooring.internal.snapshot.SnapshotTaking;
import dev.mooring.operation.Operation;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.snapshot.SnapshotStatus;
import dev.mooring.spi.VolumeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled snapshots of one volume: first the one that is due, then, once it is whole, away
 * with those that no rule keeps. Not thread-safe.
 */
final class VolumeUpkeep {
  /** A clock may be off by this much before it is worth a word. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private static final Comparator<Snapshot> BY_ID =
      Comparator.comparing(snapshot -> snapshot.id().value());

  private final Sessions sessions;
  private final RegionSession session;
  private final VolumeRecord volume;
  private final SnapshotSchedule schedule;
  private final Report report;
  private @Nullable Operation<Snapshot> taking;

  VolumeUpkeep(
      Sessions sessions,
      RegionSession session,
      VolumeRecord volume,
      SnapshotSchedule schedule,
      Report report) {
    this.sessions = sessions;
    this.session = session;
    this.volume = volume;
    this.schedule = schedule;
    this.report = report;
  }

  private static Instant time(Snapshot snapshot) {
    return snapshot.scheduledAt().orElse(Instant.MIN);
  }

  private Duration patience() {
    return sessions.configuration().timeouts().longestWait();
  }

  /** Takes the snapshot that is due, and does not wait for it. */
  void begin() {
    guarded(volume.resource(), this::take);
  }

  /** Waits for what was begun, then deletes what no rule keeps. */
  void end() {
    Operation<Snapshot> begun = taking;
    if (begun != null) {
      guarded(volume.resource(), () -> report.taken(begun.await(patience())));
    }
    guarded(volume.resource(), this::prune);
  }

  private void take() {
    List<Snapshot> all = scheduled();
    of(all, SnapshotStatus.FAILED).forEach(this::delete);
    Instant now = session.now();
    Period finest = Period.finest(schedule);
    Optional<Snapshot> newest =
        all.stream()
            .filter(s -> s.status() == SnapshotStatus.READY || s.status() == SnapshotStatus.PENDING)
            .max(Comparator.comparing(VolumeUpkeep::time));
    if (newest.isPresent() && time(newest.get()).isAfter(now.plus(SLACK))) {
      report.failed(
          session.name(),
          volume.resource(),
          ErrorCode.CONFLICT,
          "no snapshot is taken: the newest scheduled one, "
              + newest.get().id()
              + ", is of "
              + time(newest.get())
              + ", and the backend's clock says "
              + now
              + "; set the clock, or delete that snapshot");
      return;
    }
    if (newest.isEmpty() || time(newest.get()).isBefore(finest.start(now))) {
      taking = take(finest.name(now), now);
    } else if (newest.get().status() == SnapshotStatus.PENDING) {
      // Another run takes it, or died over it: what it makes superfluous goes once it is whole.
      taking = take(newest.get().name(), now);
    }
  }

  private Operation<Snapshot> take(String name, Instant now) {
    return new SnapshotTaking(sessions, session, volume, name, now).take();
  }

  private void prune() {
    List<Snapshot> all = scheduled();
    List<Snapshot> whole = of(all, SnapshotStatus.READY);
    Map<Snapshot, List<String>> kept = keep(whole);
    for (Snapshot snapshot : whole) {
      List<String> rules = kept.get(snapshot);
      if (rules != null) {
        report.kept(snapshot, rules);
      } else {
        delete(snapshot);
      }
    }
    for (Snapshot pending : of(all, SnapshotStatus.PENDING)) {
      List<Snapshot> with = new ArrayList<>(whole);
      with.add(pending);
      if (!keep(with).containsKey(pending)) {
        delete(pending);
      }
    }
  }

  private Map<Snapshot, List<String>> keep(List<Snapshot> snapshots) {
    return Retention.keep(schedule, snapshots, VolumeUpkeep::time, BY_ID);
  }

  private void delete(Snapshot snapshot) {
    guarded(
        "snapshot/" + snapshot.id(),
        () -> {
          try {
            snapshot.delete().await(patience());
            report.deleted(snapshot);
          } catch (InUseException e) {
            report.kept(snapshot, List.of("in use"));
          }
        });
  }

  private List<Snapshot> scheduled() {
    try (Stream<Snapshot> all = DefaultSnapshots.of(sessions, session, volume)) {
      return all.filter(s -> s.scheduledAt().isPresent()).toList();
    }
  }

  private static List<Snapshot> of(List<Snapshot> all, SnapshotStatus status) {
    return all.stream().filter(snapshot -> snapshot.status() == status).toList();
  }

  private void guarded(String resource, Runnable step) {
    try {
      step.run();
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      report.failed(session.name(), resource, e);
    }
  }
}
