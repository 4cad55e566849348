package dev.mooring.internal.attach;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.TargetRecord;
import java.util.Optional;

/** Takes mounts that do not count any more out of targets' records, and empty records away. */
public final class Tidy {
  private static final int MOST_TRIES = 16;

  private Tidy() {}

  /** Takes a volume out of a target's record of one life; the record goes with its last mount. */
  public static void forget(
      RegionSession session, String targetKey, String token, String volumeKey) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<TargetRecord> found =
          session
              .targets()
              .get(targetKey)
              .filter(t -> t.token().equals(token) && t.mountOf(volumeKey).isPresent());
      if (found.isEmpty()) {
        return;
      }
      TargetRecord record = found.get();
      TargetRecord without =
          record.withMounts(
              record.mounts().stream().filter(m -> !m.volumeKey().equals(volumeKey)).toList());
      boolean empty =
          without.mounts().isEmpty() && without.operations().stream().noneMatch(o -> o.running());
      boolean done =
          empty ? session.targets().delete(record) : session.targets().swap(without).isPresent();
      if (done) {
        return;
      }
    }
  }
}
