package dev.mooring.embedded.internal;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Records of what was made, whose folders are not there: somebody took them away by hand. */
final class MissingFolders {
  private final Layout layout;
  private final Stores stores;

  MissingFolders(Layout layout, Stores stores) {
    this.layout = layout;
    this.stores = stores;
  }

  List<Orphan> find() throws IOException {
    Optional<Path> root = layout.existingRoot();
    List<Orphan> orphans = new ArrayList<>();
    find(
        stores.volumes(),
        VolumeRecord::provisioned,
        record -> Layout.VOLUMES + "/" + record.spec().id().value(),
        root,
        VolumeRecord::resource,
        orphans);
    find(
        stores.snapshots(),
        SnapshotRecord::provisioned,
        record -> Layout.SNAPSHOTS + "/" + record.spec().id().value(),
        root,
        SnapshotRecord::resource,
        orphans);
    return orphans;
  }

  private static Optional<Path> data(Optional<Path> root, String relative) {
    return root.map(path -> path.resolve(relative).resolve(Layout.DATA));
  }

  private static <R extends StoredRecord> void find(
      RecordStore<R> store,
      Function<R, Provisioned> provisioned,
      Function<R, String> relative,
      Optional<Path> root,
      Function<R, String> resource,
      List<Orphan> orphans) {
    for (R record : EmbeddedAuditing.all(store)) {
      Provisioned made = provisioned.apply(record);
      boolean missing =
          made.state() == ProvisioningState.AVAILABLE
              && record.running(OperationType.DELETE).isEmpty()
              && data(root, relative.apply(record)).filter(Layout::isFolder).isEmpty();
      // Its deletion may have taken the folder away between the two looks.
      if (missing && isStill(store, record)) {
        String where = relative.apply(record) + "/" + Layout.DATA;
        orphans.add(
            new Orphan(
                AuditKind.RECORD_WITHOUT_DATA,
                resource.apply(record),
                record.version(),
                null,
                "its bytes are gone: there is no " + where + " below the root",
                AuditAction.byHand(
                    "put the folder back below the root, or delete " + resource.apply(record))));
      }
    }
  }

  private static <R extends StoredRecord> boolean isStill(RecordStore<R> store, R record) {
    return store
        .get(record.key())
        .filter(current -> current.version().equals(record.version()))
        .isPresent();
  }
}
