package dev.mooring.snapshot;

import dev.mooring.volume.VolumeRef;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account's snapshots, those of deleted volumes included. They are taken by their volume: see
 * {@link dev.mooring.sized.SizedVolume#snapshot(String)}. Thread-safe.
 */
public interface Snapshots {
  /**
   * All snapshots of the account, lazily read, page by page: by region in the configuration's
   * order. Snapshots that come or go while it is read may be in it or not. Regions whose backend
   * has none are left out.
   */
  Stream<Snapshot> list();

  /**
   * The snapshots of all volumes that have this name, or had it, lazily read. A reference without a
   * kind means all kinds.
   */
  Stream<Snapshot> list(VolumeRef volume);

  /**
   * The snapshot with this id, in whichever region.
   *
   * @throws dev.mooring.error.NotFoundException when the account has none, and for what can be no
   *     id
   */
  Snapshot get(String id);

  /** The same; empty when the account has none, and for what can be no id. */
  Optional<Snapshot> find(String id);
}
