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

  /** When it was started, UTC. */
  Instant startedAt();

  /** Reads it again. */
  Instance refresh();

  /** Waits until it runs, for the configuration's {@code timeouts.wait}. */
  Instance await();

  /**
   * Waits until it runs.
   *
   * @throws dev.mooring.error.StorageTimeoutException when the limit comes first, with the reason
   * @throws dev.mooring.error.FailedException when it cannot run
   */
  Instance await(Duration limit);

  /**
   * Where a mounted path is: on embedded the real path on this machine; on a cluster the same path,
   * which exists in the instance only.
   *
   * @throws dev.mooring.error.NotFoundException when nothing is mounted there
   */
  Path path(String mountPath);

  /**
   * Runs a command in the instance's root folder, without a shell, for at most 1 minute. A relative
   * path, like {@code workspace/notes.txt}, means the same on every backend. Embedded instances are
   * folders, not isolated machines: there an argument that is a mounted path, or below one, is
   * replaced by the real path, and other absolute paths are this machine's own.
   *
   * @throws dev.mooring.error.NotFoundException when the instance is gone
   */
  ExecResult exec(String... argv);

  /** Like {@link #exec(String...)}, for at most a duration. */
  ExecResult exec(Duration limit, String... argv);

  /** Stops it, and returns when it is gone. Its volumes are free then. May be repeated. */
  void stop();
}
