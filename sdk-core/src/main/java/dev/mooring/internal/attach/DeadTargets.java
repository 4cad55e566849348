package dev.mooring.internal.attach;

import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of targets that died: they go with the last volume that they name. */
public final class DeadTargets {
  private static final Logger LOG = LoggerFactory.getLogger(DeadTargets.class);

  private DeadTargets() {}

  /**
   * Takes away the records of dead targets that name a volume whose deletion is committed, and no
   * other that is still theirs. What cannot be taken away now is left to {@code recover()}.
   */
  public static void remove(RegionSession session, VolumeRecord doomed) {
    try {
      for (TargetRecord target : naming(session, doomed)) {
        if (alone(session, target, doomed) && !Liveness.judge(session, target).live()) {
          session.targets().delete(target);
        }
      }
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      LOG.debug("dead targets of {} stay for now: {}", doomed.key(), e.getMessage());
    }
  }

  private static List<TargetRecord> naming(RegionSession session, VolumeRecord doomed) {
    RecordQuery query =
        RecordQuery.where(
            Map.of(
                Index.ACCOUNT,
                session.account(),
                Index.VOLUME_PREFIX + doomed.key(),
                TargetRecord.MOUNTED));
    return VolumeListing.pages(query, session.targets()::list)
        .flatMap(page -> page.records().stream())
        .filter(target -> target.operations().stream().noneMatch(OperationRecord::running))
        .toList();
  }

  private static boolean alone(RegionSession session, TargetRecord target, VolumeRecord doomed) {
    return target.mounts().stream()
        .allMatch(
            mount ->
                mount.volumeId().equals(doomed.spec().id())
                    || session
                        .volumes()
                        .get(mount.volumeKey())
                        .filter(volume -> volume.spec().id().equals(mount.volumeId()))
                        .isEmpty());
  }
}
