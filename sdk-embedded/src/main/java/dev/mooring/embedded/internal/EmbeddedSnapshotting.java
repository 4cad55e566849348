package dev.mooring.embedded.internal;

import dev.mooring.error.Problem;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotFeasibility;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes snapshots in two steps, each of which is done before the record says so: the copy, then its
 * mark that it is whole. A program that writes meanwhile is in it as far as the copy has met it.
 */
final class EmbeddedSnapshotting implements Snapshotting {
  private final BackendContext context;
  private final Stores stores;
  private final VolumeFolders volumes;
  private final SnapshotFolders folders;
  private final Tidying tidying;
  private final Copying copying;

  EmbeddedSnapshotting(
      BackendContext context,
      Stores stores,
      VolumeFolders volumes,
      SnapshotFolders folders,
      Tidying tidying) {
    this.context = context;
    this.stores = stores;
    this.volumes = volumes;
    this.folders = folders;
    this.tidying = tidying;
    this.copying = new Copying(context.clock());
  }

  @Override
  public RecordStore<SnapshotRecord> snapshots() {
    return stores.snapshots();
  }

  @Override
  public SnapshotFeasibility check(VolumeRecord volume, SnapshotSpec spec) {
    return new SnapshotFeasibility(spec, List.of());
  }

  @Override
  public Optional<SnapshotRecord> advance(SnapshotRecord record) {
    if (record.deleting()) {
      return Optional.empty();
    }
    try {
      return switch (record.provisioned().state()) {
        case PENDING -> Optional.of(record.withProvisioned(make(record)));
        case PROVISIONING -> Optional.of(record.withProvisioned(seal(record)));
        default -> Optional.empty();
      };
    } catch (IOException e) {
      throw FileErrors.translate(problem("take", record), e);
    }
  }

  private Provisioned make(SnapshotRecord record) throws IOException {
    SnapshotSpec spec = record.spec();
    Path source = volumes.place(spec.volumeId());
    return copying.advance(record.provisioned(), folders, spec.id(), source, spec.volume());
  }

  private Provisioned seal(SnapshotRecord record) throws IOException {
    Optional<Path> data = folders.seal(record.spec());
    if (data.isEmpty()) {
      // Deleted meanwhile: then the commit of this answer fails. Otherwise it is taken again.
      return record.provisioned().to(ProvisioningState.PENDING, now());
    }
    return record
        .provisioned()
        .to(ProvisioningState.AVAILABLE, now())
        .gave(
            record.spec().sizeBytes(), SizeEnforcement.NONE, Map.of("path", data.get().toString()));
  }

  @Override
  public void destroy(SnapshotRecord record) {
    try {
      folders.destroy(record.spec().id());
    } catch (IOException e) {
      throw FileErrors.translate(problem("delete", record), e);
    }
    tidying.afterSnapshot();
  }

  private Instant now() {
    return context.clock().instant();
  }

  private Problem problem(String verb, SnapshotRecord record) {
    return Problem.tried(verb).on(record.resource()).in(context.region());
  }
}
