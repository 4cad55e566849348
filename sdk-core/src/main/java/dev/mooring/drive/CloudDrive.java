package dev.mooring.drive;

import dev.mooring.attachment.Attachment;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Progress;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A cloud drive: block storage with a filesystem and one writer. What the handle tells is as it was
 * when it was read. Thread-safe.
 */
public interface CloudDrive extends Volume {
  /** The size asked for, which is billed. */
  Capacity size();

  /** The access mode it was made with; empty where the backend has none. */
  Optional<AccessMode> accessMode();

  /** Where it is attached: at most one target. */
  List<Attachment> attachments();

  /** The operations that it remembers, oldest first: running ones and the last 20. */
  List<Operation<?>> operations();

  /** The operation that runs on it, else the last one. */
  Operation<?> operation();

  /** Until when it can be restored from the trash, UTC; empty unless it is there. */
  Optional<Instant> restorableUntil();

  /** Reads it again. */
  CloudDrive refresh();

  /**
   * Waits until it can be attached, for the configuration's {@code timeouts.wait} (5 minutes unless
   * set).
   *
   * @see #await(Duration)
   */
  CloudDrive await();

  /**
   * Waits until it can be attached: {@code AVAILABLE}, or {@code PENDING} with {@code
   * READY_ON_FIRST_USE}.
   *
   * @return the drive as it is then
   * @throws dev.mooring.error.StorageTimeoutException when the limit comes first; creation goes on
   * @throws dev.mooring.error.FailedException when the backend says that it cannot get better
   */
  CloudDrive await(Duration limit);

  /** Like {@link #await(Duration)}, and calls the listener at each change. */
  CloudDrive await(Duration limit, Consumer<? super Progress> listener);

  /**
   * Deletes it. Into the trash where the profile keeps one, else for good. May be repeated.
   *
   * @return the operation, with the drive's id as its result; ended once nothing is left of it
   * @throws dev.mooring.error.InUseException with its users; nothing was changed
   */
  Operation<VolumeId> delete();

  /** Deletes it as soon as nobody uses it: refuses new users from now on. */
  Operation<VolumeId> deleteWhenDetached();

  /** Deletes it for good, also from the trash. */
  Operation<VolumeId> purge();

  /**
   * Brings it back from the trash, attached to nothing. Restoring what is not in the trash changes
   * nothing.
   */
  CloudDrive restore();
}
