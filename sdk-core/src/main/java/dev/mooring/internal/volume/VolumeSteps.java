package dev.mooring.internal.volume;

import dev.mooring.error.Holder;
import dev.mooring.internal.attach.DeadTargets;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Shown;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
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

  /** The event of a deletion that gives the volume back, with all that it has. */
  public static final String RELEASE = "RELEASE";

  private VolumeSteps() {}

  /** Helps; returns the record as it is then, or empty when it is gone. */
  public static Optional<VolumeRecord> help(RegionSession session, VolumeRecord record) {
    // A share that cannot be helped now keeps nothing else from it.
    return Helping.byTheWay(record, () -> ShareSteps.help(session, record))
        .flatMap(helped -> volume(session, helped));
  }

  private static Optional<VolumeRecord> volume(RegionSession session, VolumeRecord record) {
    if (record.running(OperationType.DELETE).isPresent()) {
      return session.locks().with(record.key(), () -> delete(session, record));
    }
    if (AdoptionSteps.missing(record)) {
      return session.locks().with(record.key(), () -> AdoptionSteps.help(session, record));
    }
    if (record.running(OperationType.CREATE).isPresent()
        && !record.deleting()
        && !Settling.usable(record.provisioned())) {
      return session.locks().with(record.key(), () -> create(session, record));
    }
    if (GrowthSteps.missing(record)) {
      return session.locks().with(record.key(), () -> GrowthSteps.help(session, record));
    }
    return Optional.of(record);
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
      if (record.custody().registered()) {
        session.adopting().connect(record);
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
        if (record.custody().protection().isPresent()) {
          current = swapped(session, record, guarded(record, deletion.get(), session.now()));
          continue;
        }
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
      takeAway(session, record);
      current = session.volumes().get(record.key());
      if (current.filter(r -> r.spec().id().equals(record.spec().id())).isEmpty()) {
        session.gone(record);
      }
      if (current.isPresent() && current.get().deleting()) {
        return current;
      }
    }
    return current;
  }

  /** Takes a volume away whose deletion is committed; of an adopted one never its data. */
  private static void takeAway(RegionSession session, VolumeRecord record) {
    if (record.custody().forgets()) {
      DeadTargets.remove(session, record);
      session.adopting().forget(record);
      return;
    }
    if (record.custody().registered()) {
      session.adopting().disconnect(record);
    }
    session.provisioning().destroy(record);
    DeadTargets.remove(session, record);
    session.volumes().delete(record);
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

  private static VolumeRecord guarded(VolumeRecord record, OperationRecord deletion, Instant now) {
    String words = "it was protected at " + Shown.time(record.custody().protection().orElse(now));
    return record.withOperation(deletion.failed(Reason.PROTECTED, words, now));
  }

  private static Optional<VolumeRecord> swapped(
      RegionSession session, VolumeRecord before, VolumeRecord after) {
    Optional<VolumeRecord> stored = session.volumes().swap(after);
    return stored.isPresent() ? stored : session.volumes().get(before.key());
  }

  /** How long the trash keeps a volume; zero for an adopted one, whose deletion loses no data. */
  public static Duration keep(RegionSession session, VolumeRecord record) {
    return record.custody().adoption().isPresent()
        ? Duration.ZERO
        : session.profile(record.spec().profile()).map(Profile::trash).orElse(Duration.ZERO);
  }

  /**
   * The record in the trash, with its deletion ended; empty where its profile keeps no trash, and
   * for what loses no data.
   */
  public static Optional<VolumeRecord> trashing(
      RegionSession session, VolumeRecord record, OperationRecord deletion, Instant now) {
    Duration keep = keep(session, record);
    if (keep.isZero() || deletion.passed(RELEASE)) {
      return Optional.empty();
    }
    Instant until = now.plus(keep);
    return Optional.of(
        withoutGrowth(Settling.settle(record, now), now)
            .withClaim(null)
            .withTrash(new Trash(now, until))
            .withOperation(
                deletion.ended(
                    OperationState.SUCCEEDED, now, "in the trash until " + Shown.time(until))));
  }

  /** Nobody lets grow what is in the trash. */
  private static VolumeRecord withoutGrowth(VolumeRecord record, Instant now) {
    return record
        .running(OperationType.RESIZE)
        .map(
            resize ->
                (Growths.reserved(record).isPresent() ? record.unresized() : record)
                    .withOperation(
                        resize.ended(OperationState.CANCELLED, now, "the volume was deleted")))
        .orElse(record);
  }

  /** The record with its deletion committed. */
  public static VolumeRecord committing(
      VolumeRecord record, OperationRecord deletion, Instant now) {
    VolumeRecord settled = Settling.settle(record, now);
    // From here on it is others', whoever goes on with it.
    return (deletion.passed(RELEASE)
            ? settled.withCustody(settled.custody().adopted(now))
            : settled)
        .withClaim(null)
        .withProvisioned(record.provisioned().to(ProvisioningState.DELETING, now))
        .withOperation(deletion.with(now, COMMITTED, ""));
  }
}
