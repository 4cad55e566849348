package dev.mooring.instance;

import dev.mooring.attachment.Target;
import dev.mooring.volume.StatusReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An instance, as it was when this handle was read. Thread-safe. */
public interface Instance {
  /** Its name. */
  String name();

  /** The region it runs in. */
  String region();

  /** The target that volumes are attached to. */
  Target target();

  /** Its state. */
  InstanceState state();

  /** Why it is in that state; empty when there is nothing to explain. */
  Optional<StatusReason> reason();

  /** When it was launched, UTC, by the backend's clock. */
  Instant startedAt();

  /**
   * Reads it again.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Instance refresh();

  /**
   * Waits until it runs, for the configuration's {@code timeouts.wait} (5 minutes unless set).
   *
   * @see #await(Duration)
   */
  Instance await();

  /**
   * Waits until it runs, with its volumes mounted.
   *
   * @return the instance as it is then
   * @throws dev.mooring.error.StorageTimeoutException when the limit comes first, with the reason;
   *     it goes on starting
   * @throws dev.mooring.error.FailedException when it cannot run, or has ended by itself
   * @throws dev.mooring.error.NotFoundException when it is gone
   * @throws dev.mooring.error.CancelledException when this thread is interrupted; its flag stays
   *     set
   */
  Instance await(Duration limit);

  /**
   * Where a mounted path is: on embedded the real path on this machine; on a cluster the same path,
   * which exists in the instance only.
   *
   * @param mountPath the path of a mount or of scratch space
   * @throws dev.mooring.error.NotFoundException when nothing is mounted there, or it is gone
   * @throws dev.mooring.error.InvalidRequestException when it can be no mount path
   */
  Path path(String mountPath);

  /**
   * Runs a command in the instance's root folder, without a shell, for at most 1 minute. A relative
   * path, like {@code workspace/notes.txt}, means the same on every backend. Embedded instances are
   * folders, not isolated machines: there an argument that is a mounted path, or below one, is
   * replaced by the real path, and other absolute paths are this machine's own. Never repeated by
   * itself, for a command that failed on the way may have run.
   *
   * @param argv the command and its arguments
   * @return what it did, whatever its exit code
   * @throws dev.mooring.error.NotFoundException when the instance is gone
   * @throws dev.mooring.error.InvalidRequestException when there is no command, or, on embedded, it
   *     cannot be started
   * @throws dev.mooring.error.StorageTimeoutException when it takes longer; embedded kills it then
   * @throws dev.mooring.error.OutcomeUnknownException when the connection to a cluster broke
   */
  ExecResult exec(String... argv);

  /** Like {@link #exec(String...)}, for at most the limit. */
  ExecResult exec(Duration limit, String... argv);

  /**
   * Stops it, and returns when it is gone. Its volumes are free then, with their bytes; its scratch
   * space is gone. May be repeated.
   *
   * @throws dev.mooring.error.StorageTimeoutException when it is not gone within the
   *     configuration's {@code timeouts.wait}; it goes on stopping
   * @throws dev.mooring.error.CancelledException when this thread is interrupted; its flag stays
   *     set
   */
  void stop();
}
