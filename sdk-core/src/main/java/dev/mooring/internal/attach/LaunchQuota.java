package dev.mooring.internal.attach;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Quota;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whether all volumes that one launch creates fit into the quotas together: each alone is checked
 * where it is planned.
 */
final class LaunchQuota {
  /** No profile has this name, so that only the region's own limit counts. */
  private static final String ANY = "";

  private LaunchQuota() {}

  static void check(
      RegionSession session, List<CreateSizedVolume<?>> creations, Violations violations) {
    Map<VolumeKind, List<CreateSizedVolume<?>>> byKind = new EnumMap<>(VolumeKind.class);
    creations.forEach(c -> byKind.computeIfAbsent(c.kind(), k -> new ArrayList<>()).add(c));
    List<Violation> found = new ArrayList<>();
    Quota.excess(session, ANY, bytes(creations)).ifPresent(over -> found.add(violation(over)));
    byKind.forEach(
        (kind, some) ->
            session
                .defaultProfile(kind)
                .map(Profile::name)
                .flatMap(name -> Quota.planned(session, name, bytes(some), some.size()))
                .ifPresent(over -> found.add(violation(over))));
    // One is enough: more say the same of other sums. Each alone may have been refused already.
    if (!found.isEmpty()
        && violations.list().stream().noneMatch(v -> v.code() == ErrorCode.QUOTA_EXCEEDED)) {
      violations.add(found.get(0));
    }
  }

  private static Violation violation(Quota.Excess over) {
    return Violation.of("mounts", "together: " + over).as(ErrorCode.QUOTA_EXCEEDED);
  }

  private static long bytes(List<CreateSizedVolume<?>> creations) {
    long sum = 0;
    for (CreateSizedVolume<?> creation : creations) {
      long size = creation.requestedSize().map(s -> s.bytes()).orElse(0L);
      sum = sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size;
    }
    return sum;
  }
}
