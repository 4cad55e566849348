package dev.mooring.internal.attach;

import dev.mooring.internal.attach.Liveness.Judged;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the volumes of one list. When all are on one page, that is asked for as for a volume
 * alone. Else all targets and their life are read once for the whole list: asked for again with
 * each page they would cost as many reads as there are pages times targets. Thread-safe.
 */
public final class Roster {
  private final RegionSession session;
  private final VolumeKind kind;
  private @Nullable Map<String, Judged> judged;

  /** The holders of volumes of a kind. */
  public Roster(RegionSession session, VolumeKind kind) {
    this.session = session;
    this.kind = kind;
  }

  /**
   * The mounts of a page's volumes that count, by the volume's key.
   *
   * @param last whether no page follows
   */
  public synchronized Map<String, List<Held>> of(Collection<VolumeRecord> page, boolean last) {
    Map<String, Judged> targets = judged;
    if (targets == null) {
      if (last) {
        return Liveness.of(session, page);
      }
      targets = Liveness.judge(session, Holders.of(session, kind));
      judged = targets;
    }
    Map<String, List<Held>> held =
        new LinkedHashMap<>(Liveness.of(session, page, targets.values()));
    // What a record says and the targets did not was attached since they were read.
    List<VolumeRecord> newer =
        page.stream()
            .filter(volume -> volume.holder().isPresent() && !held.containsKey(volume.key()))
            .toList();
    held.putAll(Liveness.of(session, newer));
    return held;
  }
}
