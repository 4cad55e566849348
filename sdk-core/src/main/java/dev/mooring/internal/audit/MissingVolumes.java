package dev.mooring.internal.audit;

import dev.mooring.admin.AuditKind;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records of targets that name volumes which are gone: somebody took those away by hand. */
final class MissingVolumes implements Auditor {
  @Override
  public List<Item> find(Look look) {
    Map<String, VolumeRecord> volumes =
        look.volumes().stream()
            .collect(Collectors.toMap(VolumeRecord::key, Function.identity(), (a, b) -> a));
    List<Item> items = new ArrayList<>();
    for (TargetRecord target : look.targets()) {
      boolean suspect =
          target.mounts().stream()
              .anyMatch(
                  mount -> !isVolume(Optional.ofNullable(volumes.get(mount.volumeKey())), mount));
      if (suspect && target.operations().stream().noneMatch(OperationRecord::running)) {
        confirmed(look, target).ifPresent(items::add);
      }
    }
    return items;
  }

  /** A volume may have come or gone between two lists: what counts is read once more. */
  private static Optional<Item> confirmed(Look look, TargetRecord target) {
    RegionSession session = look.session();
    boolean same =
        session
            .targets()
            .get(target.key())
            .filter(current -> current.version().equals(target.version()))
            .isPresent();
    List<TargetMount> gone = gone(session, target);
    if (!same || gone.isEmpty()) {
      return Optional.empty();
    }
    String names =
        gone.stream().map(mount -> mount.volume().toString()).collect(Collectors.joining(", "));
    return Optional.of(
        Item.automatic(
            look,
            AuditKind.MISSING_VOLUME,
            target.target().toString(),
            target.version(),
            gone.stream()
                .map(TargetMount::since)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH),
            "its record names " + names + ": there is no such volume any more",
            "takes " + names + " out of the target's record; the record goes with its last mount",
            () -> forget(session, target, names)));
  }

  private static List<TargetMount> gone(RegionSession session, TargetRecord target) {
    return target.mounts().stream().filter(mount -> Look.isGone(session, mount)).toList();
  }

  static boolean isVolume(Optional<VolumeRecord> volume, TargetMount mount) {
    return volume.filter(v -> v.spec().id().equals(mount.volumeId())).isPresent();
  }

  private static String forget(RegionSession session, TargetRecord found, String names) {
    String resource = found.target().toString();
    TargetRecord current = Changed.same(session, session.targets(), found, resource);
    List<TargetMount> kept = new ArrayList<>(current.mounts());
    kept.removeAll(gone(session, current));
    if (kept.size() == current.mounts().size()) {
      throw Changed.since(session, resource);
    }
    boolean empty = kept.isEmpty() && current.scratch().isEmpty();
    boolean done =
        empty
            ? session.targets().delete(current)
            : session.targets().swap(current.withMounts(kept)).isPresent();
    if (!done) {
      throw Changed.since(session, resource);
    }
    return empty ? "the target's record is deleted" : names + " taken out of the target's record";
  }
}
