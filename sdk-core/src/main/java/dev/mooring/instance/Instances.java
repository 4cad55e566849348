package dev.mooring.instance;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A small built-in platform: on Kubernetes an instance is one pod, on embedded one folder. For
 * examples, tests and notebooks; a real platform starts its own pods from a {@link Launch}.
 * Thread-safe.
 */
public interface Instances {
  /** Starts the instance of a launch. May be repeated: a running one is returned as it is. */
  Instance launch(Launch launch);

  /**
   * Plans, applies and starts in one call, in the default region unless a volume says otherwise.
   *
   * @throws dev.mooring.error.InvalidRequestException with all violations; nothing was changed
   * @throws dev.mooring.error.InUseException when a volume is held by another target
   */
  Instance launch(String name, UnaryOperator<LaunchRequest> mounts);

  /**
   * The instance with this name.
   *
   * @throws dev.mooring.error.NotFoundException when there is none
   */
  Instance named(String name);

  /** The instance with this name; empty when there is none. */
  Optional<Instance> find(String name);

  /** All instances of the account, in all regions. */
  Stream<Instance> list();
}
