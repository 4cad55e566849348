package dev.mooring.profile;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the backend behind a profile does, as far as it is known.
 *
 * @param driver what makes the volumes, for people, for example {@code Ceph RBD}; empty when that
 *     is not known
 * @param storageClass the Kubernetes storage class that it is now, or null where there is none or
 *     it may not be read
 * @param accessModes the access modes that it could have; empty when they are not known, or the
 *     backend has none
 * @param growth how its volumes grow
 * @param snapshots whether its volumes have snapshots
 * @param clones whether a volume can begin as a copy of another
 * @param enforcement what happens when more is written than the size, or null when nobody knows
 * @param gaps where its filesystem is not like a local one (POSIX), in words
 * @param terms what its volumes are in the backend's own terms, for example {@code PV/PVC on CephFS
 *     (RWX)}
 */
public record Features(
    String driver,
    @Nullable String storageClass,
    List<AccessMode> accessModes,
    Growth growth,
    Support snapshots,
    Support clones,
    @Nullable SizeEnforcement enforcement,
    List<String> gaps,
    String terms) {
  /** Copies and checks. */
  public Features {
    Objects.requireNonNull(driver, "driver");
    Objects.requireNonNull(growth, "growth");
    Objects.requireNonNull(snapshots, "snapshots");
    Objects.requireNonNull(clones, "clones");
    Objects.requireNonNull(terms, "terms");
    accessModes = List.copyOf(accessModes);
    gaps = List.copyOf(gaps);
  }

  /** Nothing is known. */
  public static Features unknown() {
    return new Features(
        "", null, List.of(), Growth.UNKNOWN, Support.UNKNOWN, Support.UNKNOWN, null, List.of(), "");
  }

  /** The storage class; empty where there is none, or it may not be read. */
  public Optional<String> storageClassIfKnown() {
    return Optional.ofNullable(storageClass);
  }

  /** What happens when more is written than the size; empty when nobody knows. */
  public Optional<SizeEnforcement> enforcementIfKnown() {
    return Optional.ofNullable(enforcement);
  }
}
