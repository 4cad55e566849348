package dev.mooring.internal.volume;

import dev.mooring.error.Holder;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Does what is missing of a volume's operations, from what its record says. Whoever looks at a
 * record may call it, in any process and at once: every step may be repeated and is committed by
 * compare-and-swap.
 */
public final class VolumeSteps {
  /** The event that commits a deletion: from then on nothing can attach or stop it. */
  public static final String COMMITTED = ProvisioningState.DELETING.name();

  /**
   * The event of a deletion that ends if somebody uses the volume, instead of waiting: what many
   * may use has no claim that a compare-and-swap could guard, so the deletion is written down
   * before its users are looked for. Its detail is empty, or {@link #FOR_GOOD}.
   */
  public static final String CHECKING = "CHECKING";

  /** That a deletion skips the trash. */
  public static final String FOR_GOOD = "FOR_GOOD";

  private VolumeSteps() {}

  /** Helps; returns the record as it is then, or empty when it is gone. */
  public static Optional<VolumeRecord> help(RegionSession session, VolumeRecord record) {
    if (record.running(OperationType.DELETE).isPresent()) {
      return session.locks().with(record.key(), () -> delete(session, record));
    }
    if (record.running(OperationType.CREATE).isPresent()
        && !record.deleting()
        && !Settling.usable(record.provisioned())) {
      return session.locks().with(record.key(), () -> create(session, record));
    }
    if (record.running(OperationType.RESIZE).isPresent()
        && !record.leaving()
        && !Settling.grown(record)) {
      return session.locks().with(record.key(), () -> grow(session, record));
    }
    return Optional.of(record);
  }

  /** A swap that fails met somebody who did the same, or who did more: the next reader sees it. */
  private static Optional<VolumeRecord> grow(RegionSession session, VolumeRecord first) {
    Optional<VolumeRecord> current = Optional.of(first);
    while (current.isPresent()
        && current.get().running(OperationType.RESIZE).isPresent()
        && !current.get().leaving()
        && current.get().spec().id().equals(first.spec().id())) {
      Optional<VolumeRecord> next = session.resizing().grow(current.get());
      if (next.isEmpty()) {
        return waitsForNobody(session, current.get())
            ? swapped(session, current.get(), grownForNow(current.get(), session.now()))
            : current;
      }
      current = swapped(session, current.get(), Settling.settle(next.get(), session.now()));
    }
    return current;
  }

  private static boolean waitsForNobody(RegionSession session, VolumeRecord record) {
    return Settling.grownButForUsers(record.provisioned())
        && Usage.users(session, record).stream().noneMatch(VolumeUser::active);
  }

  private static VolumeRecord grownForNow(VolumeRecord record, Instant now) {
    OperationRecord resize = record.running(OperationType.RESIZE).orElseThrow();
    return record.withOperation(
        resize.ended(OperationState.SUCCEEDED, now, Reason.GROWS_ON_NEXT_USE.hint()));
  }

  /** Whether a deletion has been committed. */
  public static boolean committed(OperationRecord deletion) {
    return deletion.passed(COMMITTED);
  }

  private static Optional<VolumeRecord> create(RegionSession session, VolumeRecord first) {
    Optional<VolumeRecord> current = Optional.of(first);
    while (current.isPresent() && current.get().running(OperationType.CREATE).isPresent()) {
      VolumeRecord record = current.get();
      if (!record.spec().id().equals(first.spec().id())
          || record.running(OperationType.DELETE).isPresent()) {
        return current;
      }
      Optional<VolumeRecord> next = session.provisioning().advance(record);
      if (next.isEmpty()) {
        return current;
      }
      VolumeRecord noted = noted(record, next.get(), session.now());
      Optional<VolumeRecord> stored = session.volumes().swap(noted);
      current = stored.isPresent() ? stored : session.volumes().get(first.key());
      if (stored.isEmpty() && doomed(current, first)) {
        // The deletion may have taken the bytes away before the step above made them anew.
        session.provisioning().destroy(record);
      }
    }
    return current;
  }

  /** Whether a volume is gone, or its deletion under way. */
  private static boolean doomed(Optional<VolumeRecord> current, VolumeRecord volume) {
    return current
        .filter(record -> record.spec().id().equals(volume.spec().id()))
        .filter(
            record -> record.running(OperationType.DELETE).filter(VolumeSteps::committed).isEmpty())
        .isEmpty();
  }

  private static VolumeRecord noted(VolumeRecord before, VolumeRecord after, Instant now) {
    VolumeRecord result = after;
    if (before.provisioned().state() != after.provisioned().state()) {
      Optional<OperationRecord> creating = after.running(OperationType.CREATE);
      if (creating.isPresent()) {
        result =
            after.withOperation(creating.get().with(now, after.provisioned().state().name(), ""));
      }
    }
    return Settling.settle(result, now);
  }

  private static Optional<VolumeRecord> delete(RegionSession session, VolumeRecord first) {
    Optional<VolumeRecord> current = Optional.of(first);
    while (current.isPresent()) {
      VolumeRecord record = current.get();
      Optional<OperationRecord> deletion = record.running(OperationType.DELETE);
      if (!record.spec().id().equals(first.spec().id())
          || deletion.isEmpty()
          || record.deleting()) {
        return current;
      }
      if (!committed(deletion.get())) {
        List<Holder> holders = Usage.of(session, record);
        if (!holders.isEmpty() && !deletion.get().passed(CHECKING)) {
          return current;
        }
        current =
            holders.isEmpty()
                ? commit(session, record, deletion.get())
                : swapped(session, record, inUse(record, deletion.get(), holders, session.now()));
        continue;
      }
      session.provisioning().destroy(record);
      session.volumes().delete(record);
      current = session.volumes().get(record.key());
      if (current.isPresent() && current.get().deleting()) {
        return current;
      }
    }
    return current;
  }

  /** Commits a deletion that waited for its users, unless the claim changed meanwhile. */
  private static Optional<VolumeRecord> commit(
      RegionSession session, VolumeRecord unused, OperationRecord deletion) {
    Instant now = session.now();
    boolean forGood = checking(deletion).filter(e -> e.detail().equals(FOR_GOOD)).isPresent();
    Optional<VolumeRecord> trashed =
        forGood ? Optional.empty() : trashing(session, unused, deletion, now);
    return swapped(session, unused, trashed.orElseGet(() -> committing(unused, deletion, now)));
  }

  /** Whether a deletion still looks for users, and ends one way or another when it is helped. */
  public static boolean checks(OperationRecord deletion) {
    return deletion.passed(CHECKING) && !committed(deletion);
  }

  private static Optional<OperationEvent> checking(OperationRecord deletion) {
    return deletion.events().stream().filter(e -> e.state().equals(CHECKING)).findFirst();
  }

  private static VolumeRecord inUse(
      VolumeRecord used, OperationRecord deletion, List<Holder> holders, Instant now) {
    String words = holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
    return used.withOperation(deletion.failed(Reason.IN_USE, words, now));
  }

  private static Optional<VolumeRecord> swapped(
      RegionSession session, VolumeRecord before, VolumeRecord after) {
    Optional<VolumeRecord> stored = session.volumes().swap(after);
    return stored.isPresent() ? stored : session.volumes().get(before.key());
  }

  /** The record in the trash, with its deletion ended; empty where its profile keeps no trash. */
  public static Optional<VolumeRecord> trashing(
      RegionSession session, VolumeRecord record, OperationRecord deletion, Instant now) {
    Duration keep =
        session.profile(record.spec().profile()).map(Profile::trash).orElse(Duration.ZERO);
    if (keep.isZero()) {
      return Optional.empty();
    }
    Instant until = now.plus(keep);
    return Optional.of(
        withoutGrowth(Settling.settle(record, now), now)
            .withClaim(null)
            .withTrash(new Trash(now, until))
            .withOperation(
                deletion.ended(OperationState.SUCCEEDED, now, "in the trash until " + until)));
  }

  /** Nobody lets grow what is in the trash. */
  private static VolumeRecord withoutGrowth(VolumeRecord record, Instant now) {
    return record
        .running(OperationType.RESIZE)
        .map(
            resize ->
                record.withOperation(
                    resize.ended(OperationState.CANCELLED, now, "the volume was deleted")))
        .orElse(record);
  }

  /** The record with its deletion committed. */
  public static VolumeRecord committing(
      VolumeRecord record, OperationRecord deletion, Instant now) {
    return Settling.settle(record, now)
        .withClaim(null)
        .withProvisioned(record.provisioned().to(ProvisioningState.DELETING, now))
        .withOperation(deletion.with(now, COMMITTED, ""));
  }
}
