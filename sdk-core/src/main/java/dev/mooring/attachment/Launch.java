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
  /** The target, with its region. */
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

  /** The operation that made it. */
  OperationId operationId();

  /**
   * Until when a target that was never seen alive keeps its claims, UTC: 10 minutes after {@code
   * apply()} unless the region's {@code launchGrace} says otherwise.
   */
  Instant graceUntil();

  /**
   * Begins the launch grace anew, for a platform that needs longer to start the target.
   *
   * @throws dev.mooring.error.ConflictException when the claims were lost meanwhile
   */
  Launch renew();
}
