package dev.mooring.kubernetes.internal.provision;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Remains;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a profile can give. The cluster's provisioners do the work itself: with the claim as
 * its object they make the bytes, and with it they take them away.
 */
public final class KubernetesProvisioning implements Provisioning {
  private final StorageClasses classes;
  private final ProfileLook look;
  private final TopologyCheck topology;
  private final ReclaimedVolume reclaimed;

  /** Checks for volumes of a place, against these classes and drivers. */
  public KubernetesProvisioning(
      Place place,
      StorageClasses classes,
      DriverPresence drivers,
      DriverNodes nodes,
      ClassRoom room) {
    this.classes = classes;
    this.look = new ProfileLook(classes, drivers, nodes, room);
    this.topology = new TopologyCheck(place, classes);
    this.reclaimed = new ReclaimedVolume(place);
  }

  @Override
  public Feasibility check(Profile profile, VolumeSpec spec) {
    List<Violation> violations = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    StorageClasses.Found found = classes.find(profile);
    if (found instanceof StorageClasses.Missing) {
      violations.add(Violation.of("profile", ClassWords.missing(profile, classes)));
    } else if (found instanceof StorageClasses.Unreadable && profile.driver() != null) {
      violations.add(
          Violation.of(
                  "profile",
                  "the profile "
                      + profile.name()
                      + " is of a class of "
                      + profile.driver()
                      + ", and the storage classes cannot be read: bind clusterrole-read.yaml, or"
                      + " name the class in the profile")
              .as(ErrorCode.ACCESS_DENIED));
    }
    Optional<CsiDriver> driver = driver(found);
    AccessMode mode = ProfileLook.mode(profile, driver.orElse(null));
    driver
        .filter(d -> !d.accessModes().isEmpty() && !d.accessModes().contains(mode))
        .ifPresent(d -> violations.add(ClassWords.noMode(profile, mode, d)));
    if (spec.kind() == VolumeKind.DRIVE && mode == AccessMode.READ_WRITE_ONCE) {
      warnings.add(
          new Warning(
              Warning.NOT_FENCED,
              spec.ref().toString(),
              "with ReadWriteOnce several pods of one node can write at once; choose a profile"
                  + " with ReadWriteOncePod"));
    }
    spec.madeFrom()
        .ifPresent(source -> checkSource(source, spec, profile, found, driver, violations));
    topology.check(profile, spec, found, violations, warnings);
    if (found instanceof StorageClasses.There there && there.info().retains()) {
      warnings.add(dataStays(spec, there.info().name()));
    }
    SizeEnforcement enforcement = driver.map(CsiDriver::enforcement).orElse(SizeEnforcement.NONE);
    if (driver.isPresent() && enforcement == SizeEnforcement.NONE) {
      warnings.add(
          new Warning(
              Warning.SIZE_NOT_ENFORCED,
              spec.ref().toString(),
              "nothing is known to stop writing beyond the size"));
    }
    return new Feasibility(
        spec.resolved(mode, className(profile, found)), enforcement, violations, warnings);
  }

  private static Warning dataStays(VolumeSpec spec, String storageClass) {
    return new Warning(
        Warning.DATA_STAYS,
        spec.ref().toString(),
        "the storage class "
            + storageClass
            + " retains: when the volume is deleted for good, its PersistentVolume and its data"
            + " stay until an administrator deletes them");
  }

  /** A copy is made by the driver that has the bytes, and not every driver can. */
  private void checkSource(
      SourceSpec source,
      VolumeSpec spec,
      Profile profile,
      StorageClasses.Found found,
      Optional<CsiDriver> driver,
      List<Violation> violations) {
    if (!source.isSnapshot() && driver.filter(d -> d.isKnown() && !d.clones()).isPresent()) {
      violations.add(
          Violation.of(
                  "from",
                  driver.get().name()
                      + " makes no copy of a volume: take a snapshot of it, and begin with that")
              .as(ErrorCode.UNSUPPORTED));
    }
    if (!source.isSnapshot()
        && spec.sizeBytes() > source.leastBytes()
        && driver.filter(CsiDriver::clonesKeepSize).isPresent()) {
      violations.add(
          Violation.of(
              "size",
              driver.get().name()
                  + " copies a volume only into its own size, "
                  + Capacity.ofBytes(source.leastBytes())
                  + ": ask for that, and let it grow then"));
    }
    if (found instanceof StorageClasses.There there
        && classes.find(source.storageClass()) instanceof StorageClasses.There its
        && !its.info().provisioner().equals(there.info().provisioner())) {
      violations.add(
          Violation.of(
              "profile",
              "the profile "
                  + profile.name()
                  + " is of "
                  + there.info().provisioner()
                  + ", and "
                  + source.asked()
                  + " of "
                  + its.info().provisioner()
                  + ": no driver copies from another"));
    }
  }

  @Override
  public Optional<VolumeRecord> advance(VolumeRecord record) {
    return Optional.empty();
  }

  @Override
  public void destroy(VolumeRecord record) {
    // The provisioner does, when the claim is gone.
  }

  @Override
  public Remains remains(VolumeRecord record) {
    return reclaimed.of(record);
  }

  @Override
  public Availability availability(Profile profile) {
    return look.availability(profile);
  }

  @Override
  public Features features(Profile profile) {
    return look.features(profile);
  }

  @Override
  public Optional<AccessMode> accessMode(Profile profile) {
    if (profile.accessMode() != null) {
      return Optional.of(profile.accessMode());
    }
    Optional<CsiDriver> driver = driver(classes.find(profile));
    return driver.map(d -> ProfileLook.mode(profile, d));
  }

  private Optional<CsiDriver> driver(StorageClasses.Found found) {
    return found instanceof StorageClasses.There there
        ? Optional.of(classes.driver(there.info().provisioner()))
        : Optional.empty();
  }

  /** The class as it is asked for; one that its driver names is resolved once, here. */
  private static @Nullable String className(Profile profile, StorageClasses.Found found) {
    return profile.driver() != null && found instanceof StorageClasses.There there
        ? there.info().name()
        : profile.storageClass();
  }
}
