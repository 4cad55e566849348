package dev.mooring.internal.attach;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes mounts that do not count any more out of targets' records, and empty records away. */
public final class Tidy {
  private Tidy() {}

  /**
   * Takes a volume that nobody can use out of all targets' records, where it counts no more: it
   * shall not count again.
   */
  public static void forget(RegionSession session, VolumeRecord unused) {
    for (TargetRecord target : Holders.of(session, List.of(unused))) {
      @Nullable TargetRecord current = target;
      while (current != null
          && current.mountOf(unused.key()).isPresent()
          && !forget(session, current, unused.key())) {
        current = session.targets().get(target.key()).orElse(null);
      }
    }
  }

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
