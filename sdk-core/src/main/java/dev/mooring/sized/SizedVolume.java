package dev.mooring.sized;

import dev.mooring.attachment.Attachment;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Progress;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.SizeChange;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A volume that has a size and is mounted: a cloud drive or a shared filesystem, and what both can
 * do. What the handle tells is as it was when it was read. Its verbs are about this very volume, by
 * its id: never about a later one of the same name. Thread-safe.
 *
 * @param <V> its own type, which its verbs return
 */
public interface SizedVolume<V extends SizedVolume<V>> extends Volume {
  /** The size asked for, which is billed. */
  Capacity size();

  /** The sizes it was asked to have and since when, oldest first, at most the last 500. */
  List<SizeChange> sizes();

  /** The access mode it was made with; empty where the backend has none. */
  Optional<AccessMode> accessMode();

  /** What it was made from, which may be gone; empty when it began empty. */
  Optional<VolumeSource> source();

  /**
   * Where it is attached: a drive to at most one target, a filesystem to any number. Those to
   * targets that are dead are not told, for the volume is free of them.
   */
  List<Attachment> attachments();

  /**
   * The operations of its own that it remembers, oldest first: running ones and the last 20 that
   * ended. Attaching and detaching are operations of the target, and not among them.
   */
  List<Operation<?>> operations();

  /**
   * The operation that runs on it, else the last one.
   *
   * @throws dev.mooring.error.NotFoundException when it remembers none
   */
  Operation<?> operation();

  /** Until when it can be restored from the trash, UTC; empty unless it is there. */
  Optional<Instant> restorableUntil();

  /**
   * Reads it again, and finishes what died clients left half done of it.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  V refresh();

  /**
   * Gathers why it is as it is: status, reason, hint, whom to ask, and all that its backend shows
   * of it. Reads it again as {@link #refresh()} does, and asks the backend more than other verbs;
   * what this client may not see is told so, not thrown.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  VolumeDescription describe();

  /**
   * Waits until it can be attached, for the configuration's {@code timeouts.wait} (5 minutes unless
   * set).
   *
   * @see #await(Duration)
   */
  V await();

  /**
   * Waits until it can be attached: {@code AVAILABLE}, or {@code PENDING} with {@code
   * READY_ON_FIRST_USE}. Returns at once when that is so already, and looks at least once however
   * short the limit. A backend that cannot be reached only delays.
   *
   * @return the volume as it is then
   * @throws dev.mooring.error.StorageTimeoutException when the limit comes first; creation goes on
   * @throws dev.mooring.error.FailedException when the backend says that it cannot get better
   * @throws dev.mooring.error.ConflictException when it is being deleted, or is in the trash
   * @throws dev.mooring.error.NotFoundException when it is gone
   * @throws dev.mooring.error.CancelledException when this thread is interrupted; its flag stays
   *     set
   */
  V await(Duration limit);

  /**
   * Like {@link #await(Duration)}, and calls the listener in this thread with what is seen first
   * and at each change. What the listener throws ends the wait.
   */
  V await(Duration limit, Consumer<? super Progress> listener);

  /**
   * Grows it; it can be used meanwhile, attached or not. The new size is billed from the moment
   * that it is asked for. May be repeated: a volume that has the size already, or grows to it,
   * stays as it is. After a growth that failed it is tried again, as another operation; {@link
   * Operation#cancel()} of that which failed takes it back.
   *
   * @param size more than it has, which may be less than what a growth that failed asked for;
   *     nothing shrinks
   * @return the operation, with the volume as its result; ended once its users can see the new
   *     size; when it has none, once the backend has grown: its filesystem may then grow with the
   *     next user ({@code GROWS_ON_NEXT_USE})
   * @throws dev.mooring.error.InvalidRequestException when it is less than it has, or more than its
   *     profile allows; nothing was changed
   * @throws dev.mooring.error.QuotaExceededException when it does not fit the quota
   * @throws dev.mooring.error.ConflictException when it is not made yet, is being deleted, or grows
   *     to another size
   * @throws dev.mooring.error.UnsupportedException when its storage class cannot grow volumes
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Operation<V> resize(Capacity size);

  /**
   * Checks and prices growth: what it costs more. Changes nothing; applying the plan is {@link
   * #resize(Capacity)}.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Plan<Operation<V>> planResize(Capacity size);

  /**
   * Takes a snapshot; it can be used meanwhile. Idempotent: if it has one of the name already, then
   * that is the result. What its users have not synced to the disk may be missing in it.
   *
   * @param name unique among the snapshots of this volume: a DNS label as names of volumes are
   * @return the operation, with the snapshot as its result; ended once volumes can be made from it
   * @throws dev.mooring.error.InvalidRequestException when the name is none
   * @throws dev.mooring.error.ConflictException when it is not made yet or being deleted, or its
   *     snapshot of the name is
   * @throws dev.mooring.error.UnsupportedException when its backend or its driver has no snapshots
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Operation<Snapshot> snapshot(String name);

  /**
   * Takes a snapshot that is called by the time, UTC, and a random part, for example {@code
   * at-20261121-230559-0a1b}. Repeated, it takes another one.
   *
   * @see #snapshot(String)
   */
  Operation<Snapshot> snapshot();

  /** Its snapshots, lazily read; none where its backend has no snapshots. */
  Stream<Snapshot> snapshots();

  /**
   * Deletes it. Into the trash where the profile keeps one, else for good. May be repeated: of a
   * volume that is in the trash or gone it changes nothing. Its snapshots stay, and volumes can
   * still be made from them. An adopted volume is only forgotten, as {@link #release()} does it;
   * one that was adopted by its parameters loses the objects that Mooring made for it. Its data
   * stays.
   *
   * @return the operation, with the volume's id as its result; ended once the volume is in the
   *     trash, or nothing is left of it
   * @throws dev.mooring.error.InUseException with its users, finished ones that keep it included,
   *     and with volumes that are being made from it; nothing was changed
   * @throws dev.mooring.error.ProtectedException when it is protected; nothing was changed
   */
  Operation<VolumeId> delete();

  /**
   * Deletes it as soon as nobody uses it, into the trash or for good as {@link #delete()} does, and
   * refuses new users from now on. Nothing watches in the background: it is done by whoever looks
   * next, in any process: a wait for the operation, a read of the volume, or {@code
   * storage.recover()}. May be repeated.
   *
   * @return the operation, with the volume's id as its result; it runs while the volume is used
   * @throws dev.mooring.error.ProtectedException when it is protected; nothing was changed
   */
  Operation<VolumeId> deleteWhenDetached();

  /**
   * Deletes it for good, also from the trash. May be repeated: of a volume that is gone it changes
   * nothing. Its end is seen, not believed: it has succeeded once the backend shows the volume no
   * more, and as far as this client may look, nor its bytes. Bytes that stay, for the storage class
   * says {@code Retain}, are a warning of the operation that names where.
   *
   * @return the operation, with the volume's id as its result; ended once nothing is left of it
   * @throws dev.mooring.error.InUseException with its users; nothing was changed
   * @throws dev.mooring.error.ProtectedException when it is protected; nothing was changed
   */
  Operation<VolumeId> purge();

  /**
   * Gives it back, to be managed by hand: nothing of it is deleted, and it is no volume of the
   * account any more. On Kubernetes its claim stays, without Mooring's labels and annotations. May
   * be repeated: of a volume that is gone it changes nothing. Its snapshots stay.
   *
   * @return the operation, with the volume's id as its result; ended once it is given back
   * @throws dev.mooring.error.InUseException with those it is attached to or shared with; nothing
   *     was changed
   * @throws dev.mooring.error.ConflictException while an operation of its own runs, and in the
   *     trash
   * @throws dev.mooring.error.ProtectedException while it is protected
   * @throws dev.mooring.error.UnsupportedException when its backend cannot give anything back
   */
  Operation<VolumeId> release();

  /**
   * Checks what {@link #delete()} would do, and tells what becomes of the data; changes nothing.
   * Where they stay, for the storage class says {@code Retain}, it is a warning ({@code
   * DATA_STAYS}) that names where.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Plan<Operation<VolumeId>> planDelete();

  /**
   * The same for {@link #purge()}.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Plan<Operation<VolumeId>> planPurge();

  /**
   * Protects it from being deleted until {@link #unprotect()}: {@link #delete()}, {@link
   * #deleteWhenDetached()} and {@link #purge()} are refused. A deletion that still waits for its
   * users ends, and whoever waits for it gets a {@code ProtectedException}; in the trash it stays
   * there, also past {@link #restorableUntil()}. All else can be done with it. May be repeated: it
   * stays protected since the first time.
   *
   * @return the volume as it is then
   * @throws dev.mooring.error.ConflictException when it is being deleted already
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  V protect();

  /**
   * Lets it be deleted again; deletes nothing by itself, and begins no deletion anew that the
   * protection ended. May be repeated.
   *
   * @return the volume as it is then
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  V unprotect();

  /**
   * Brings it back from the trash, attached to nothing; it is billed again. That is an operation in
   * its history ({@code RESTORE}), from which on it counts. Restoring what is not in the trash
   * changes nothing.
   *
   * @return the volume as it is then
   * @throws dev.mooring.error.NotFoundException when it is gone
   * @throws dev.mooring.error.ConflictException when it is being deleted
   */
  V restore();
}
