package dev.mooring.kubernetes.internal.provision;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Nearest;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a profile can give. The cluster's provisioners do the work itself: with the claim as
 * its object they make the bytes, and with it they take them away.
 */
public final class KubernetesProvisioning implements Provisioning {
  private final StorageClasses classes;
  private final DriverPresence drivers;

  /** Checks against these classes and drivers. */
  public KubernetesProvisioning(StorageClasses classes, DriverPresence drivers) {
    this.classes = classes;
    this.drivers = drivers;
  }

  @Override
  public Feasibility check(Profile profile, VolumeSpec spec) {
    List<Violation> violations = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    StorageClasses.Found found = classes.find(profile.storageClass());
    if (found instanceof StorageClasses.Missing) {
      violations.add(noClass(profile));
    }
    Optional<CsiDriver> driver = driver(found);
    AccessMode mode = mode(profile, driver.orElse(null));
    driver
        .filter(d -> !d.accessModes().isEmpty() && !d.accessModes().contains(mode))
        .ifPresent(d -> violations.add(noMode(profile, mode, d)));
    if (spec.kind() == VolumeKind.DRIVE && mode == AccessMode.READ_WRITE_ONCE) {
      warnings.add(
          new Warning(
              Warning.NOT_FENCED,
              spec.ref().toString(),
              "with ReadWriteOnce several pods of one node can write at once; choose a profile"
                  + " with ReadWriteOncePod"));
    }
    spec.madeFrom().ifPresent(source -> checkSource(source, profile, found, driver, violations));
    SizeEnforcement enforcement = driver.map(CsiDriver::enforcement).orElse(SizeEnforcement.NONE);
    if (driver.isPresent() && enforcement == SizeEnforcement.NONE) {
      warnings.add(
          new Warning(
              Warning.SIZE_NOT_ENFORCED,
              spec.ref().toString(),
              "nothing is known to stop writing beyond the size"));
    }
    return new Feasibility(
        spec.resolved(mode, profile.storageClass()), enforcement, violations, warnings);
  }

  /** A copy is made by the driver that has the bytes, and not every driver can. */
  private void checkSource(
      SourceSpec source,
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
  public Availability availability(Profile profile) {
    StorageClasses.Found found = classes.find(profile.storageClass());
    if (found instanceof StorageClasses.Missing) {
      return Availability.unavailable(noClass(profile).message());
    }
    if (!(found instanceof StorageClasses.There there)) {
      return Availability.unknown(
          "the storage classes cannot be read: bind the role of clusterrole-read.yaml");
    }
    String provisioner = there.info().provisioner();
    return switch (drivers.of(provisioner)) {
      case THERE -> Availability.available();
      case UNKNOWN ->
          provisioner.startsWith("kubernetes.io/")
              ? Availability.available()
              : Availability.unknown("the CSI drivers cannot be read: bind clusterrole-read.yaml");
      case MISSING ->
          looksLikeCsi(provisioner)
              ? Availability.unavailable(
                  "the CSI driver " + provisioner + " is not installed in the cluster")
              : Availability.unknown("no CSI driver " + provisioner + " is registered");
    };
  }

  @Override
  public Optional<AccessMode> accessMode(Profile profile) {
    if (profile.accessMode() != null) {
      return Optional.of(profile.accessMode());
    }
    Optional<CsiDriver> driver = driver(classes.find(profile.storageClass()));
    return driver.map(d -> mode(profile, d));
  }

  private Optional<CsiDriver> driver(StorageClasses.Found found) {
    return found instanceof StorageClasses.There there
        ? Optional.of(classes.driver(there.info().provisioner()))
        : Optional.empty();
  }

  /** The profile's mode, else the one that fences a single pod, if the driver knows it. */
  private static AccessMode mode(Profile profile, @Nullable CsiDriver driver) {
    AccessMode given = profile.accessMode();
    if (given != null) {
      return given;
    }
    if (profile.kind() == VolumeKind.FILESYSTEM) {
      return AccessMode.READ_WRITE_MANY;
    }
    return driver != null && driver.accessModes().contains(AccessMode.READ_WRITE_ONCE_POD)
        ? AccessMode.READ_WRITE_ONCE_POD
        : AccessMode.READ_WRITE_ONCE;
  }

  private Violation noClass(Profile profile) {
    String wanted = profile.storageClass();
    if (wanted == null) {
      return Violation.of(
          "profile",
          "the profile "
              + profile.name()
              + " names no storage class, and the cluster has no"
              + " default one");
    }
    List<String> names = StreamSupport.stream(classes.names().spliterator(), false).toList();
    return Violation.of(
        "profile",
        "the storage class "
            + wanted
            + " of the profile "
            + profile.name()
            + " does not exist"
            + Nearest.of(wanted, names).map(near -> "; there is " + near).orElse(""));
  }

  private static Violation noMode(Profile profile, AccessMode mode, CsiDriver driver) {
    return Violation.of(
        "profile",
        "the profile "
            + profile.name()
            + " asks for "
            + mode.kubernetesName()
            + ", which "
            + driver.name()
            + " cannot do for a filesystem");
  }

  private boolean looksLikeCsi(String provisioner) {
    return provisioner.contains("csi") || classes.driver(provisioner).isKnown();
  }
}
