package dev.mooring.internal.attach;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.Records;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Presence;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who holds what, and whether they live. An instance dies with its pods, a workload with its
 * object; one that was never seen lives until its launch grace has passed. Whoever looks while it
 * lives writes {@code seen} once, so that nobody needs a daemon.
 */
public final class Liveness {
  private Liveness() {}

  /** The mounts of volumes that count, by the volume's key: at most one of a drive. */
  public static Map<String, List<Held>> of(
      RegionSession session, Collection<VolumeRecord> volumes) {
    Map<String, VolumeRecord> byKey = byKey(volumes);
    List<TargetRecord> holders =
        Holders.of(session, volumes).stream().filter(t -> !mounts(t, byKey).isEmpty()).toList();
    return held(session, byKey, judge(session, holders).values());
  }

  /** The same, of targets that were judged before. */
  static Map<String, List<Held>> of(
      RegionSession session, Collection<VolumeRecord> volumes, Collection<Judged> targets) {
    return held(session, byKey(volumes), targets);
  }

  private static Map<String, VolumeRecord> byKey(Collection<VolumeRecord> volumes) {
    Map<String, VolumeRecord> byKey = new LinkedHashMap<>();
    volumes.forEach(volume -> byKey.put(volume.key(), volume));
    return byKey;
  }

  private static Map<String, List<Held>> held(
      RegionSession session, Map<String, VolumeRecord> volumes, Collection<Judged> targets) {
    Map<String, List<Held>> result = new LinkedHashMap<>();
    for (Judged judged : targets) {
      for (TargetMount mount : mounts(judged.target(), volumes)) {
        result
            .computeIfAbsent(mount.volumeKey(), key -> new ArrayList<>())
            .add(judged.held(mount, session.name()));
      }
    }
    return result;
  }

  /** The mounts of one volume that count. */
  public static List<Held> of(RegionSession session, VolumeRecord volume) {
    return of(session, List.of(volume)).getOrDefault(volume.key(), List.of());
  }

  /** A target's mounts that count, of these volumes. */
  private static List<TargetMount> mounts(TargetRecord target, Map<String, VolumeRecord> volumes) {
    return target.mounts().stream()
        .filter(
            mount -> {
              VolumeRecord volume = volumes.get(mount.volumeKey());
              return volume != null && target.holds(mount, volume);
            })
        .toList();
  }

  /** A target as it was judged. */
  public record Judged(TargetRecord target, boolean live, Presence presence) {
    Held held(TargetMount mount, String region) {
      return new Held(target, mount, region, live, presence);
    }
  }

  /** Whether one target lives. */
  public static Judged judge(RegionSession session, TargetRecord target) {
    Judged judged = judge(session, List.of(target)).get(target.key());
    if (judged == null) {
      throw new IllegalStateException("not judged: " + target.key());
    }
    return judged;
  }

  /** Whether targets live, by key; writes {@code seen} for those that are seen first now. */
  public static Map<String, Judged> judge(RegionSession session, Collection<TargetRecord> targets) {
    if (targets.isEmpty()) {
      return Map.of();
    }
    Attaching attaching = session.attaching();
    Map<String, Presence> presences = attaching.presence(targets);
    Instant now = session.now();
    Map<String, Judged> result = new LinkedHashMap<>();
    for (TargetRecord target : targets) {
      Presence presence =
          presences.getOrDefault(target.key(), new Presence(false, null, "unknown"));
      TargetRecord current =
          presence.exists() && target.seen() == null
              ? noteSeen(session, target, presence, now)
              : target;
      boolean waiting = current.seen() == null && now.isBefore(current.graceUntil());
      result.put(target.key(), new Judged(current, presence.exists() || waiting, presence));
    }
    return result;
  }

  private static TargetRecord noteSeen(
      RegionSession session, TargetRecord target, Presence presence, Instant now) {
    // It lives now, written down or not: who cannot write may still look.
    return Helping.byTheWay(
            target,
            () ->
                Records.update(
                    session.targets(),
                    target,
                    current ->
                        current.seen() == null && current.token().equals(target.token())
                            ? Optional.of(current.seenAt(now, presence.ownerUid()))
                            : Optional.empty()))
        .filter(current -> current.token().equals(target.token()))
        .orElse(target);
  }
}
