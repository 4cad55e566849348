package dev.mooring.internal.name;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Keys;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import java.time.Instant;

/** Makes reservations of volumes. */
final class Reservations {
  private Reservations() {}

  /** That of a volume which is there; not confirmed. */
  static NameRecord of(RegionSession region, VolumeRecord volume, Instant since) {
    return of(region, volume.spec(), volume.key(), since);
  }

  /** That of a volume which is to be. */
  static NameRecord of(RegionSession region, VolumeSpec spec, String volumeKey, Instant since) {
    return NameRecord.draft(
        Keys.name(region.account(), spec.kind(), spec.name()),
        spec,
        region.name(),
        volumeKey,
        since);
  }
}
