package dev.mooring.internal.feed;

import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;

/**
 * What was told of a volume.
 *
 * @param id its id
 * @param kind its kind
 * @param name its name
 * @param digest the digest of its state
 */
record Told(VolumeId id, VolumeKind kind, String name, String digest) {
  static Told of(Seen seen) {
    return new Told(seen.spec().id(), seen.spec().kind(), seen.spec().name(), seen.digest());
  }

  VolumeRef ref() {
    return new VolumeRef(kind, name);
  }
}
