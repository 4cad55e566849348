package dev.mooring.embedded.internal;

import dev.mooring.error.Problem;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks whether the folder of a volume is there, is its own, and can be used. */
final class EmbeddedHealth implements HealthChecking {
  private final BackendContext context;
  private final Layout layout;

  EmbeddedHealth(BackendContext context, Layout layout) {
    this.context = context;
    this.layout = layout;
  }

  @Override
  public Checked check(VolumeRecord record) {
    try {
      return check(layout.volume(record.spec().id()));
    } catch (IOException e) {
      throw FileErrors.translate(
          Problem.tried("check").on(record.resource()).in(context.region()), e);
    }
  }

  private Checked check(Path folder) {
    Path data = folder.resolve(Layout.DATA);
    if (!Layout.isFolder(data)) {
      return found(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "its folder " + data + " is gone");
    }
    if (!Files.isReadable(data) || !Files.isExecutable(data)) {
      return found(
          HealthState.INACCESSIBLE,
          Reason.MOUNT_FAILED,
          "this user may not read its folder " + data);
    }
    if (!Files.isWritable(data)) {
      return found(
          HealthState.DEGRADED,
          Reason.READ_ONLY,
          "this user may not write into its folder " + data + ", or its disk is read-only");
    }
    if (!Layout.isThere(folder.resolve(VolumeFolders.MARKER))) {
      return found(
          HealthState.DEGRADED,
          Reason.VOLUME_ABNORMAL,
          "its folder " + folder + " has lost its marker: somebody else may have made it");
    }
    return Checked.well();
  }

  private Checked found(HealthState state, Reason reason, String words) {
    StatusReason why = new StatusReason(reason, words, context.clock().instant());
    return new Checked(List.of(new Symptom(state, why)), List.of());
  }
}
