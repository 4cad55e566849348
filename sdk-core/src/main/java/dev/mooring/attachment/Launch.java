package dev.mooring.attachment;

import dev.mooring.operation.OperationId;
import java.time.Instant;
import java.util.List;

/**
 * An applied plan: the volumes are claimed for the target, and its platform may start it. On
 * Kubernetes {@code KubernetesMounts.of(launch).addTo(podTemplate)} adds what a pod needs.
 * Immutable.
 */
public interface Launch {
  /** The target, always with its region. */
  Target target();

  /** The account it belongs to. */
  String account();

  /** The key of the target's record, which its pods carry as a label too. */
  String key();

  /**
   * The random token that the target's pods carry as a label, so that their claim can be told from
   * an older one. No secret: it gives no access.
   */
  String token();

  /** All volumes of the target, those of earlier launches of the same life included. */
  List<LaunchMount> mounts();

  /** The scratch space of the target. */
  List<ScratchMount> scratch();

  /** The attaching that made it. */
  OperationId operationId();

  /**
   * Until when a target that was never seen alive keeps its claims, UTC, by the backend's clock: 10
   * minutes after {@code apply()} unless the backend's {@code launchGrace} says otherwise. Once it
   * was seen alive, the grace does not matter: it keeps them while it lives.
   */
  Instant graceUntil();

  /**
   * Begins the launch grace anew, for a platform that needs longer to start the target. Possible
   * also after the grace, as long as nobody else took a volume. May be repeated.
   *
   * @return the launch with its new grace; this one stays as it is
   * @throws dev.mooring.error.ConflictException when any of its volumes was lost or given up
   *     meanwhile: plan again
   */
  Launch renew();
}
