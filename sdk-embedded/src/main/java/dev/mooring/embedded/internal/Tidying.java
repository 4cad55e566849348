package dev.mooring.embedded.internal;

import dev.mooring.error.StorageException;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what programs that died left on the way: a help for everybody, which stops nobody who
 * has done what he wanted.
 */
final class Tidying {
  private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

  private final Layout layout;
  private final Stores stores;
  private final VolumeFolders volumes;
  private final SnapshotFolders snapshots;
  private final InstanceFolders instances;
  private final Drafts drafts;
  private final Trash trash;
  private final AtomicBoolean swept = new AtomicBoolean();

  Tidying(
      Layout layout,
      Stores stores,
      VolumeFolders volumes,
      SnapshotFolders snapshots,
      InstanceFolders instances,
      Drafts drafts,
      Trash trash) {
    this.layout = layout;
    this.stores = stores;
    this.volumes = volumes;
    this.snapshots = snapshots;
    this.instances = instances;
    this.drafts = drafts;
    this.trash = trash;
  }

  private interface Work {
    void run() throws IOException;
  }

  private void attempt(Work work) {
    try {
      work.run();
    } catch (IOException | StorageException e) {
      LOG.warn("{} could not be tidied: {}", layout.location(), e.toString());
    }
  }

  /** All of it, unless nothing was ever made here. */
  void all() {
    attempt(
        () -> {
          if (layout.existingRoot().isPresent()) {
            leftovers();
            unmarkedVolumes();
            unmarkedSnapshots();
          }
        });
  }

  /** With the deletion of a volume; all folders are looked through with the first one only. */
  void afterVolume() {
    attempt(
        () -> {
          leftovers();
          if (!swept.get()) {
            unmarkedVolumes();
            swept.set(true);
          }
        });
  }

  /** With the deletion of a snapshot. */
  void afterSnapshot() {
    attempt(
        () -> {
          drafts.sweep();
          unmarkedSnapshots();
        });
  }

  private void leftovers() throws IOException {
    trash.sweep();
    drafts.sweep();
    instances.sweepUnfinished();
    instances.removeEmpty();
  }

  /** Folders that a helper made just before it died, of volumes that are gone. */
  private void unmarkedVolumes() throws IOException {
    for (VolumeId id : volumes.unmarked()) {
      unmarked(id);
    }
  }

  /** The same of one volume: a helper that comes late takes it away itself, unless it dies. */
  void unmarked(VolumeId id) throws IOException {
    if (!volumes.marked(id) && !stores.knows(id)) {
      volumes.destroy(id);
    }
  }

  private void unmarkedSnapshots() throws IOException {
    for (SnapshotId id : snapshots.unmarked()) {
      if (!stores.knows(id)) {
        snapshots.destroy(id);
      }
    }
  }
}
