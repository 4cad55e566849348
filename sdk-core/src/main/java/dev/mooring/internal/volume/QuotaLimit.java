package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.profile.Profile;
import dev.mooring.region.QuotaUsage;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the configuration: what the account may have in the region, or of one profile there.
 *
 * @param name whose it is, for people
 * @param bytes how much there may be
 * @param profile of which profile, or null for all
 */
public record QuotaLimit(String name, long bytes, @Nullable String profile) {
  /** All limits of a region. */
  public static List<QuotaLimit> all(RegionSession session) {
    List<QuotaLimit> limits = new ArrayList<>();
    session
        .configuration()
        .limits()
        .quotaIfSet()
        .ifPresent(quota -> limits.add(new QuotaLimit("the region's quota", quota.bytes(), null)));
    for (Profile profile : session.configuration().profiles()) {
      profile
          .quotaIfSet()
          .ifPresent(
              quota ->
                  limits.add(
                      new QuotaLimit(
                          "the quota of profile " + profile.name(),
                          quota.bytes(),
                          profile.name())));
    }
    return List.copyOf(limits);
  }

  /** The limits that count volumes of a profile. */
  public static List<QuotaLimit> of(RegionSession session, String profileName) {
    return all(session).stream()
        .filter(limit -> limit.profile == null || limit.profile.equals(profileName))
        .toList();
  }

  /** Whether a volume counts. */
  public boolean counts(VolumeRecord record) {
    return profile == null || profile.equals(record.spec().profile());
  }

  /** What is used of it by these volumes. */
  public QuotaUsage usage(Collection<VolumeRecord> records) {
    return usage(used(records));
  }

  /** So much of it as used. */
  QuotaUsage usage(long used) {
    return new QuotaUsage(name, QuotaUsage.Unit.BYTES, used, bytes);
  }

  /** The sizes of those of these volumes that count; never more than a number can hold. */
  public long used(Collection<VolumeRecord> records) {
    long sum = 0;
    for (VolumeRecord record : records) {
      long size = counts(record) ? record.spec().sizeBytes() : 0;
      sum = sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size;
    }
    return sum;
  }
}
