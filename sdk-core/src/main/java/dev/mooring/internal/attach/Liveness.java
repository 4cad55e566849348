package dev.mooring.internal.attach;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.Records;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Index;
import dev.mooring.spi.Presence;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who holds what, and whether they live. An instance dies with its pods, a workload with its
 * object; one that was never seen lives until its launch grace has passed. Whoever looks while it
 * lives writes {@code seen} once, so that nobody needs a daemon.
 */
public final class Liveness {
  /** Up to so many target records are read one by one, more in one list. */
  private static final int FEW = 4;

  private Liveness() {}

  /** The mounts of drives whose claims count, by the volume's key. */
  public static Map<String, Held> ofDrives(RegionSession session, Collection<VolumeRecord> drives) {
    Set<String> targetKeys = new TreeSet<>();
    for (VolumeRecord drive : drives) {
      drive.holder().ifPresent(claim -> targetKeys.add(claim.targetKey()));
    }
    if (targetKeys.isEmpty()) {
      return Map.of();
    }
    Map<String, TargetRecord> targets = targets(session, targetKeys);
    Map<String, TargetMount> mounts = new LinkedHashMap<>();
    Map<String, TargetRecord> holders = new LinkedHashMap<>();
    for (VolumeRecord drive : drives) {
      Optional<TargetMount> mount = counting(drive, targets);
      TargetRecord holder = drive.holder().map(c -> targets.get(c.targetKey())).orElse(null);
      if (mount.isPresent() && holder != null) {
        mounts.put(drive.key(), mount.get());
        holders.put(drive.key(), holder);
      }
    }
    Map<String, TargetRecord> distinct = new LinkedHashMap<>();
    holders.values().forEach(holder -> distinct.put(holder.key(), holder));
    Map<String, Judged> judged = judge(session, distinct.values());
    Map<String, Held> result = new LinkedHashMap<>();
    mounts.forEach(
        (volumeKey, mount) -> {
          Judged holder = judged.get(holderKey(holders, volumeKey));
          if (holder != null) {
            result.put(volumeKey, holder.held(mount, session.name()));
          }
        });
    return result;
  }

  /** The mount of one drive whose claim counts. */
  public static Optional<Held> ofDrive(RegionSession session, VolumeRecord drive) {
    return Optional.ofNullable(ofDrives(session, List.of(drive)).get(drive.key()));
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

  private static String holderKey(Map<String, TargetRecord> holders, String volumeKey) {
    TargetRecord holder = holders.get(volumeKey);
    return holder == null ? "" : holder.key();
  }

  /** A claim counts only while the target has the mount that it was taken for. */
  private static Optional<TargetMount> counting(
      VolumeRecord drive, Map<String, TargetRecord> targets) {
    return drive
        .holder()
        .flatMap(claim -> Optional.ofNullable(targets.get(claim.targetKey())))
        .flatMap(target -> target.mountOf(drive.key()).filter(mount -> target.holds(mount, drive)));
  }

  private static Map<String, TargetRecord> targets(RegionSession session, Set<String> keys) {
    Map<String, TargetRecord> found = new HashMap<>();
    if (keys.size() <= FEW) {
      keys.forEach(key -> session.targets().get(key).ifPresent(t -> found.put(key, t)));
      return found;
    }
    RecordQuery query = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
    while (true) {
      RecordPage<TargetRecord> page = session.targets().list(query);
      page.records().stream()
          .filter(t -> keys.contains(t.key()))
          .forEach(t -> found.put(t.key(), t));
      if (page.next().isEmpty()) {
        return found;
      }
      query = query.next(page.next().get());
    }
  }
}
