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
  /**
   * Starts the instance of a launch, and returns at once; {@link Instance#await()} waits until it
   * runs. May be repeated: a running one is returned as it is.
   *
   * @throws dev.mooring.error.ConflictException when the launch's claims were lost meanwhile: plan
   *     it again
   * @throws dev.mooring.error.InvalidRequestException when something else has its name
   * @throws dev.mooring.error.UnavailableException when its former pod is not gone yet: try again
   */
  Instance launch(Launch launch);

  /**
   * Plans, applies and starts in one call, in the default region unless a volume says otherwise;
   * warnings do not stop it. Returns at once, as {@link #launch(Launch)} does, and throws what that
   * and {@link dev.mooring.operation.Plan#apply()} throw.
   *
   * @param mounts adds at least one mount or scratch space
   * @return the instance, which may be starting still
   * @throws dev.mooring.error.InvalidRequestException with all violations; nothing was changed
   * @throws dev.mooring.error.InUseException when a volume is held by another target
   */
  Instance launch(String name, UnaryOperator<LaunchRequest> mounts);

  /**
   * The instance with this name, in the first region that runs one.
   *
   * @throws dev.mooring.error.NotFoundException when there is none
   */
  Instance named(String name);

  /** The instance with this name, as for {@link #named}; empty when there is none. */
  Optional<Instance> find(String name);

  /** All instances of the account, in all regions whose backends host them; lazily by region. */
  Stream<Instance> list();
}
