package dev.mooring.filesystem;

import dev.mooring.operation.Operation;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;

/**
 * A filesystem in another namespace: pods there mount the claim as any other. As it was read;
 * thread-safe.
 */
public interface Share {
  /** Its id: random, never used again. */
  String id();

  /** The filesystem. */
  VolumeRef volume();

  /** The other namespace. */
  String namespace();

  /** The name of its PersistentVolumeClaim there. */
  String claim();

  /** Whether nobody there can write. */
  boolean readOnly();

  /** How far it is. */
  ShareState state();

  /** Since when it is that far, by the backend's clock. */
  Instant since();

  /**
   * Takes it away from the other namespace. The data stay, and so do all other shares. May be
   * repeated: of a share that is gone it changes nothing. Nobody is detached by force: a pod that
   * appears at the same moment keeps the claim until it ends, and the operation runs as long.
   *
   * @return the operation, with the share as it was last; ended once nothing is left of it
   * @throws dev.mooring.error.InUseException with the pods that mount it, where the client may see
   *     them; nothing was changed
   * @throws dev.mooring.error.AccessDeniedException with the right that is missing
   */
  Operation<Share> revoke();
}
