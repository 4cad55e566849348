package dev.mooring.embedded.internal;

import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.SnapshotSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The folders that hold the bytes of snapshots. */
final class SnapshotFolders extends MarkedFolders<SnapshotId> {
  /** What marks a snapshot's folder. */
  static final String MARKER = "snapshot.json";

  SnapshotFolders(Layout layout, Drafts drafts, Trash trash) {
    super(layout::snapshots, MARKER, SnapshotId::new, drafts, trash);
  }

  @Override
  String name(SnapshotId id) {
    return id.value();
  }

  /** Marks the snapshot as whole, durably; empty when it is gone. */
  Optional<Path> seal(SnapshotSpec spec) throws IOException {
    return seal(spec.id(), Marker.of(spec));
  }
}
