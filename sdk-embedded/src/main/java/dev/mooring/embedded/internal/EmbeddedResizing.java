package dev.mooring.embedded.internal;

import dev.mooring.error.Violation;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Optional;

/** A folder has no size of its own: a volume has grown as soon as its record says so. */
final class EmbeddedResizing implements Resizing {
  @Override
  public List<Violation> check(VolumeRecord record, long sizeBytes) {
    return List.of();
  }

  @Override
  public Optional<VolumeRecord> grow(VolumeRecord record) {
    Provisioned provisioned = record.provisioned();
    Long capacity = provisioned.capacityBytes();
    long asked = record.spec().sizeBytes();
    return capacity != null && capacity >= asked
        ? Optional.empty()
        : Optional.of(
            record.withProvisioned(
                provisioned.gave(asked, provisioned.enforcement(), provisioned.details())));
  }
}
