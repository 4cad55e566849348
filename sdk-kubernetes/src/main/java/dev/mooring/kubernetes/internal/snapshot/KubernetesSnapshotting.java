package dev.mooring.kubernetes.internal.snapshot;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Nearest;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotFeasibility;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Snapshots are the cluster's: its controller and the driver take them, with the VolumeSnapshot as
 * its object, and take them away with it.
 */
public final class KubernetesSnapshotting implements Snapshotting {
  private final SnapshotStore snapshots;
  private final SnapshotClasses classes;
  private final StorageClasses storageClasses;
  private final Map<String, String> ofProfiles;

  /** Snapshots at a place, taken by these classes: by those that profiles name, where they do. */
  public KubernetesSnapshotting(
      Place place, SnapshotClasses classes, StorageClasses storageClasses, List<Profile> profiles) {
    this.snapshots = new SnapshotStore(place);
    this.classes = classes;
    this.storageClasses = storageClasses;
    this.ofProfiles =
        profiles.stream()
            .filter(profile -> profile.snapshotClass() != null)
            .collect(
                Collectors.toUnmodifiableMap(
                    Profile::name,
                    profile -> String.valueOf(profile.snapshotClass()),
                    (a, b) -> a));
  }

  @Override
  public RecordStore<SnapshotRecord> snapshots() {
    return snapshots;
  }

  @Override
  public SnapshotFeasibility check(VolumeRecord volume, SnapshotSpec spec) {
    SnapshotClasses.Known known = classes.all();
    if (known instanceof SnapshotClasses.NoApi) {
      return refused(
          spec,
          "the cluster has no snapshot API ("
              + SnapshotApi.GROUP
              + "): ask the administrator to"
              + " install the external-snapshotter");
    }
    Optional<String> driver = driver(volume);
    String named = ofProfiles.get(volume.spec().profile());
    if (named != null) {
      return named(spec, named, driver, known);
    }
    if (driver.isEmpty() || !(known instanceof SnapshotClasses.There there)) {
      // Then the cluster picks its default class, and says so if there is none.
      return new SnapshotFeasibility(spec, List.of());
    }
    List<SnapshotClasses.Info> fitting =
        there.classes().stream().filter(info -> info.driver().equals(driver.get())).toList();
    if (fitting.isEmpty()) {
      return refused(
          spec,
          "the cluster has no volume snapshot class of "
              + driver.get()
              + ": ask the administrator for one");
    }
    // Of several the default counts; without a default the first by name, so that all agree.
    String name =
        fitting.stream()
            .filter(SnapshotClasses.Info::isDefault)
            .findFirst()
            .map(SnapshotClasses.Info::name)
            .orElseGet(
                () -> fitting.stream().map(SnapshotClasses.Info::name).sorted().findFirst().get());
    return new SnapshotFeasibility(spec.withSnapshotClass(name), List.of());
  }

  /** The class that the profile names; it is told by its name even where it cannot be read. */
  private static SnapshotFeasibility named(
      SnapshotSpec spec, String name, Optional<String> driver, SnapshotClasses.Known known) {
    if (known instanceof SnapshotClasses.There there) {
      Optional<SnapshotClasses.Info> found =
          there.classes().stream().filter(info -> info.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        List<String> names = there.classes().stream().map(SnapshotClasses.Info::name).toList();
        return wrong(
            spec,
            "the volume snapshot class "
                + name
                + " does not exist"
                + Nearest.of(name, names).map(near -> "; there is " + near).orElse(""));
      }
      if (driver.isPresent() && !found.get().driver().equals(driver.get())) {
        return wrong(
            spec,
            "the volume snapshot class "
                + name
                + " is of "
                + found.get().driver()
                + ", and the volume of "
                + driver.get());
      }
    }
    return new SnapshotFeasibility(spec.withSnapshotClass(name), List.of());
  }

  private static SnapshotFeasibility wrong(SnapshotSpec spec, String why) {
    return new SnapshotFeasibility(
        spec,
        List.of(
            Violation.of(
                "profile",
                why
                    + ": ask the administrator to mend the snapshotClass of the profile "
                    + spec.profile())));
  }

  private static SnapshotFeasibility refused(SnapshotSpec spec, String why) {
    return new SnapshotFeasibility(
        spec, List.of(Violation.of("SNAPSHOTS", why).as(ErrorCode.UNSUPPORTED)));
  }

  private Optional<String> driver(VolumeRecord volume) {
    String told = volume.provisioned().details().get("driver");
    if (told != null) {
      return Optional.of(told);
    }
    return storageClasses.find(volume.spec().storageClass()) instanceof StorageClasses.There there
        ? Optional.of(there.info().provisioner())
        : Optional.empty();
  }

  @Override
  public Optional<SnapshotRecord> advance(SnapshotRecord record) {
    return Optional.empty();
  }

  @Override
  public void destroy(SnapshotRecord record) {
    // The cluster does, when the VolumeSnapshot is gone.
  }
}
