package dev.mooring.spi;

import dev.mooring.volume.SizeChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume's record being changed: what {@link VolumeRecord}'s {@code with…} methods fill. */
final class VolumeRecordDraft {
  private final VolumeRecord base;
  String version;
  Instant createdAt;
  VolumeSpec spec;
  Provisioned provisioned;
  @Nullable Claim claim;
  @Nullable Trash trash;
  List<OperationRecord> operations;
  List<SizeChange> sizes;
  List<ShareRecord> shares;
  Custody custody;

  VolumeRecordDraft(VolumeRecord base) {
    this.base = base;
    version = base.version();
    createdAt = base.createdAt();
    spec = base.spec();
    provisioned = base.provisioned();
    claim = base.claim();
    trash = base.trash();
    operations = base.operations();
    sizes = base.sizes();
    shares = base.shares();
    custody = base.custody();
  }

  VolumeRecord record() {
    return new VolumeRecord(
        base.key(),
        version,
        createdAt,
        base.deleting(),
        spec,
        provisioned,
        claim,
        trash,
        operations,
        sizes,
        shares,
        custody);
  }
}
