package dev.mooring.internal.recovery;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.internal.attach.Liveness;
import dev.mooring.internal.attach.TargetOperations;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.name.AccountNames;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.SnapshotSteps;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Claim;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every record of the account and helps: finishes or undoes operations, frees claims of
 * dead targets, purges what the trash kept for long enough. Then what no record knows goes.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final List<OperationId> completed = new ArrayList<>();
  private final List<OperationId> undone = new ArrayList<>();
  private final List<OperationId> pending = new ArrayList<>();
  private final List<String> released = new ArrayList<>();
  private int examined;

  private Recovery() {}

  /** Recovers all regions. */
  public static RecoveryReport run(Sessions sessions) {
    Recovery recovery = new Recovery();
    recovery.regions(sessions.all());
    recovery.names(sessions);
    return recovery.report();
  }

  /** Recovers the names of an account: those of its volumes, and no others, stay reserved. */
  public static RecoveryReport names(AccountNames names) {
    Recovery recovery = new Recovery();
    recovery.released.addAll(names.review().recover());
    return recovery.report();
  }

  /** Recovers these regions. */
  public static RecoveryReport run(Collection<RegionSession> regions) {
    Recovery recovery = new Recovery();
    recovery.regions(regions);
    return recovery.report();
  }

  private void names(Sessions sessions) {
    tryNext(
        "the reserved names",
        List.of(),
        () -> released.addAll(new AccountNames(sessions).review().recover()));
  }

  private void regions(Collection<RegionSession> regions) {
    for (RegionSession session : regions) {
      RecordQuery all = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
      VolumeListing.pages(all, session.targets()::list)
          .forEach(page -> page.records().forEach(r -> tryTarget(session, r)));
      VolumeListing.pages(all, session.volumes()::list)
          .forEach(page -> page.records().forEach(r -> tryVolume(session, r)));
      if (session.can(Capability.SHARING)) {
        shares(session);
      }
      if (session.can(Capability.SNAPSHOTS)) {
        VolumeListing.pages(all, session.snapshots()::list)
            .forEach(page -> page.records().forEach(r -> trySnapshot(session, r)));
      }
      tryNext("what no record knows in " + session.name(), List.of(), session::tidy);
    }
  }

  private RecoveryReport report() {
    return new RecoveryReport(examined, completed, undone, pending, released);
  }

  /**
   * Takes away what is there of shares that no record lists: somebody was too slow, and died before
   * he saw it. What is there is read first, for a share is listed before its first effect.
   */
  private void shares(RegionSession session) {
    List<Sharing.MadeShare> made;
    try {
      made = session.sharing().made();
    } catch (AccessDeniedException e) {
      LOG.debug("shares are not looked at: {}", e.getMessage());
      return;
    }
    for (Sharing.MadeShare one : made) {
      tryNext(
          one.share().place(),
          List.of(),
          () -> {
            boolean listed =
                session
                    .volumes()
                    .get(one.volumeKey())
                    .flatMap(record -> record.share(one.share().id()))
                    .isPresent();
            if (!listed && session.sharing().revoke(one.share())) {
              released.add("share " + one.share().place());
            }
          });
    }
  }

  private void tryTarget(RegionSession session, TargetRecord record) {
    List<OperationRecord> running = running(record.operations());
    tryNext(record.target().toString(), running, () -> target(session, record, running));
  }

  private void tryVolume(RegionSession session, VolumeRecord record) {
    List<OperationRecord> running = running(record.operations());
    tryNext(record.resource(), running, () -> volume(session, record, running));
  }

  private void trySnapshot(RegionSession session, SnapshotRecord record) {
    List<OperationRecord> running = running(record.operations());
    tryNext(
        record.resource(),
        running,
        () -> {
          Optional<SnapshotRecord> after = SnapshotSteps.settled(session, record);
          running.forEach(
              operation -> note(operation, after.flatMap(r -> r.operation(operation.id()))));
        });
  }

  /** One record that cannot be recovered now must not keep the others from it. */
  private void tryNext(String name, List<OperationRecord> running, Runnable step) {
    examined += running.isEmpty() ? 0 : 1;
    try {
      step.run();
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      LOG.warn("{} could not be recovered now: {}", name, e.getMessage());
      for (OperationRecord operation : running) {
        if (!noted(operation.id())) {
          pending.add(operation.id());
        }
      }
    }
  }

  private boolean noted(OperationId id) {
    return completed.contains(id) || undone.contains(id) || pending.contains(id);
  }

  private static List<OperationRecord> running(List<OperationRecord> operations) {
    return operations.stream().filter(OperationRecord::running).toList();
  }

  private void target(RegionSession session, TargetRecord record, List<OperationRecord> running) {
    Optional<TargetRecord> after =
        running.isEmpty() ? Optional.of(record) : TargetOperations.help(session, record);
    for (OperationRecord operation : running) {
      note(operation, after.flatMap(r -> r.operation(operation.id())));
    }
    after
        .filter(r -> r.operations().stream().noneMatch(OperationRecord::running))
        .filter(r -> !Liveness.judge(session, r).live())
        .ifPresent(dead -> session.targets().delete(dead));
  }

  /** An operation whose record is gone was a detach that ended, or an attach that was undone. */
  private void note(OperationRecord before, Optional<OperationRecord> after) {
    if (after.filter(OperationRecord::running).isPresent()) {
      pending.add(before.id());
    } else if (after.isPresent()
        ? after.get().state() == OperationState.SUCCEEDED
        : before.type() != OperationType.ATTACH) {
      completed.add(before.id());
    } else {
      undone.add(before.id());
    }
  }

  private void volume(RegionSession session, VolumeRecord record, List<OperationRecord> running) {
    Optional<VolumeRecord> after = VolumeSteps.help(session, record);
    after = after.flatMap(current -> clean(session, current));
    for (OperationRecord operation : running) {
      note(operation, after.flatMap(r -> r.operation(operation.id())));
    }
    after
        .filter(r -> r.trash() != null && r.trash().until().isBefore(session.now()))
        .filter(r -> r.custody().protection().isEmpty())
        .filter(r -> Usage.users(session, r).stream().noneMatch(VolumeUser::active))
        .ifPresent(expired -> purge(session, expired));
  }

  /**
   * Notes creations that are done, and frees a claim that does not count or whose holder is dead.
   */
  private Optional<VolumeRecord> clean(RegionSession session, VolumeRecord record) {
    boolean leftover =
        record.holder().isPresent()
            && !record.deleting()
            && Liveness.of(session, record).stream().noneMatch(held -> held.live());
    Instant now = session.now();
    Optional<Claim> stale = leftover ? record.holder() : Optional.empty();
    if (record.deleting() || (stale.isEmpty() && Settling.settle(record, now).equals(record))) {
      return Optional.of(record);
    }
    Optional<VolumeRecord> stored =
        Records.update(
            session.volumes(),
            record,
            current -> {
              boolean same = stale.isPresent() && current.holder().equals(stale);
              VolumeRecord settled = Settling.settle(current, now);
              VolumeRecord wanted = same ? settled.withClaim(null) : settled;
              return wanted.equals(current) ? Optional.empty() : Optional.of(wanted);
            });
    if (stale.isPresent() && stored.filter(r -> r.holder().isEmpty()).isPresent()) {
      released.add(record.resource() + " of " + stale.get().target());
    }
    return stored;
  }

  private void purge(RegionSession session, VolumeRecord expired) {
    OperationRecord deletion = Intents.begin(session, expired.spec(), OperationType.DELETE);
    pending.add(deletion.id());
    Records.update(
            session.volumes(),
            expired,
            current ->
                stays(current, expired)
                    ? Optional.empty()
                    : Optional.of(VolumeSteps.committing(current, deletion, session.now())))
        .filter(current -> current.operation(deletion.id()).isPresent())
        .ifPresent(
            current -> {
              VolumeSteps.help(session, current);
              completed.add(deletion.id());
            });
    pending.remove(deletion.id());
  }

  /** Somebody restored or protected it, or begins to delete it himself. */
  private static boolean stays(VolumeRecord current, VolumeRecord expired) {
    return !expired.spec().id().equals(current.spec().id())
        || !Objects.equals(current.trash(), expired.trash())
        || current.custody().protection().isPresent()
        || current.deleting()
        || current.running(OperationType.DELETE).isPresent();
  }
}
