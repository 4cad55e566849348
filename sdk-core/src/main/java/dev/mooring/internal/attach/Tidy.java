package dev.mooring.internal.attach;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetRecord;
import java.util.Optional;

/** Takes mounts that do not count any more out of targets' records, and empty records away. */
final class Tidy {
  private Tidy() {}

  /**
   * Takes a volume out of a dead target's record, as it was when it was judged; the record goes
   * with its last mount.
   *
   * @return false when the record has changed since
   */
  static boolean forget(RegionSession session, TargetRecord dead, String volumeKey) {
    TargetRecord without =
        dead.withMounts(
            dead.mounts().stream().filter(m -> !m.volumeKey().equals(volumeKey)).toList());
    boolean empty =
        without.mounts().isEmpty()
            && without.operations().stream().noneMatch(OperationRecord::running);
    Optional<TargetRecord> stored = empty ? Optional.empty() : session.targets().swap(without);
    return empty ? session.targets().delete(dead) : stored.isPresent();
  }
}
