package dev.mooring.spi;

import dev.mooring.instance.ExecResult;
import dev.mooring.instance.InstanceState;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.StatusReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs built-in instances. Every method but {@link #exec} may be repeated. Thread-safe. */
public interface InstanceHosting extends Ability {
  /**
   * What a hosted instance tells.
   *
   * @param name its name
   * @param state its state
   * @param reason why, or null
   * @param startedAt when it was started
   */
  record Hosted(
      String name, InstanceState state, @Nullable StatusReason reason, Instant startedAt) {
    /** Checks that nothing is missing. */
    public Hosted {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(startedAt, "startedAt");
    }
  }

  /**
   * Starts the instance of a target with its volumes, unless it is there; returns at once. An
   * instance of an earlier life that is not gone yet is an {@link
   * dev.mooring.error.UnavailableException}, and somebody else's under the name an {@link
   * dev.mooring.error.InvalidRequestException}.
   *
   * @param volumes the records of the target's volumes, by key
   */
  Hosted launch(TargetRecord target, Map<String, VolumeRecord> volumes);

  /** The account's instance with this name, as it is now. */
  Optional<Hosted> find(String name);

  /** All instances of the account. */
  List<Hosted> list();

  /** Begins to stop an instance; returns at once. Does nothing when it is gone. */
  void stop(String name);

  /**
   * Where a path of an instance is; empty when nothing is mounted there. Of one that is gone it may
   * be empty, or a {@link dev.mooring.error.NotFoundException}.
   */
  Optional<Path> path(String name, MountPath path);

  /**
   * Runs a command in the instance's root folder, without a shell.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   * @throws dev.mooring.error.StorageTimeoutException when it takes longer than the limit
   */
  ExecResult exec(String name, List<String> argv, Duration limit);
}
