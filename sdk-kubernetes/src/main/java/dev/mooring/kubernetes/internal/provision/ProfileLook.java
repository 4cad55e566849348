package dev.mooring.kubernetes.internal.provision;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Growth;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.Obstacle.Cause;
import dev.mooring.profile.Profile;
import dev.mooring.profile.Support;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster has of a profile: its class, its driver, nodes that run it, room. Reads alone.
 */
final class ProfileLook {
  private final StorageClasses classes;
  private final DriverPresence drivers;
  private final DriverNodes nodes;
  private final ClassRoom room;

  ProfileLook(StorageClasses classes, DriverPresence drivers, DriverNodes nodes, ClassRoom room) {
    this.classes = classes;
    this.drivers = drivers;
    this.nodes = nodes;
    this.room = room;
  }

  /** Whether it can be had. */
  Availability availability(Profile profile) {
    StorageClasses.Found found = classes.find(profile);
    if (found instanceof StorageClasses.Missing) {
      return Availability.unavailable(Cause.CLASS_MISSING, ClassWords.missing(profile, classes));
    }
    if (!(found instanceof StorageClasses.There there)) {
      return Availability.unknown(
          Cause.NOT_READABLE,
          "the storage classes cannot be read: bind the role of clusterrole-read.yaml");
    }
    ClassInfo info = there.info();
    Availability driver = driver(info.provisioner());
    List<Obstacle> more = new ArrayList<>();
    noNode(info.provisioner(), driver).ifPresent(more::add);
    noMode(profile, info).ifPresent(more::add);
    noReach(profile, info).ifPresent(more::add);
    if (drivers.tellsRoom(info.provisioner())) {
      room.against(info, profile).ifPresent(more::add);
    }
    return more.isEmpty()
        ? driver
        : driver.and(new Availability(Availability.State.UNAVAILABLE, more));
  }

  private Availability driver(String provisioner) {
    return switch (drivers.of(provisioner)) {
      case THERE -> Availability.available();
      case UNKNOWN ->
          provisioner.startsWith("kubernetes.io/")
              ? Availability.available()
              : Availability.unknown(
                  Cause.NOT_READABLE, "the CSI drivers cannot be read: bind clusterrole-read.yaml");
      case MISSING ->
          looksLikeCsi(provisioner)
              ? Availability.unavailable(
                  Cause.DRIVER_MISSING,
                  "the CSI driver "
                      + provisioner
                      + " is not installed in the cluster: there is no CSIDriver of this name")
              : Availability.unknown(
                  Cause.DRIVER_MISSING, "no CSI driver " + provisioner + " is registered");
    };
  }

  private Optional<Obstacle> noNode(String provisioner, Availability driver) {
    return driver.state() == Availability.State.AVAILABLE
            && drivers.of(provisioner) == DriverPresence.Seen.THERE
            && nodes.none(provisioner)
        ? Optional.of(
            new Obstacle(
                Cause.DRIVER_ON_NO_NODE,
                "the CSI driver "
                    + provisioner
                    + " runs on no node: no CSINode names it, so no pod can mount its volumes"))
        : Optional.empty();
  }

  private Optional<Obstacle> noMode(Profile profile, ClassInfo info) {
    CsiDriver driver = classes.driver(info.provisioner());
    AccessMode mode = mode(profile, driver);
    return driver.accessModes().isEmpty() || driver.accessModes().contains(mode)
        ? Optional.empty()
        : Optional.of(
            new Obstacle(Cause.ACCESS_MODE, ClassWords.noMode(profile, mode, driver).message()));
  }

  private static Optional<Obstacle> noReach(Profile profile, ClassInfo info) {
    NodeTerms wanted = NodeTerms.of(profile.nodeSelector());
    return wanted.meets(info.allowed())
        ? Optional.empty()
        : Optional.of(
            new Obstacle(Cause.NODES, ClassWords.noReach(profile, wanted, info.allowed())));
  }

  /** What its volumes can do. */
  Features features(Profile profile) {
    StorageClasses.Found found = classes.find(profile);
    if (!(found instanceof StorageClasses.There there)) {
      return Features.unknown();
    }
    ClassInfo info = there.info();
    CsiDriver driver = classes.driver(info.provisioner());
    AccessMode mode = mode(profile, driver);
    boolean known = driver.isKnown();
    return new Features(
        known ? driver.name() : info.provisioner(),
        info.name(),
        driver.accessModes().stream().sorted().toList(),
        growth(info, driver),
        known ? Support.of(driver.snapshots()) : Support.UNKNOWN,
        known ? Support.of(driver.clones()) : Support.UNKNOWN,
        known ? driver.enforcement() : null,
        driver.gaps(),
        KubernetesWords.of(driver, info.provisioner(), mode));
  }

  private static Growth growth(ClassInfo info, CsiDriver driver) {
    if (!info.expands()) {
      return Growth.NONE;
    }
    return driver.isKnown() ? growth(driver.expansion()) : Growth.UNKNOWN;
  }

  private static Growth growth(Expansion expansion) {
    return switch (expansion) {
      case ONLINE -> Growth.ONLINE;
      case OFFLINE -> Growth.OFFLINE;
      case NEEDS_RESTART -> Growth.NEEDS_RESTART;
      case NONE -> Growth.NONE;
    };
  }

  /** The profile's mode, else the one that fences a single pod, if the driver knows it. */
  static AccessMode mode(Profile profile, @Nullable CsiDriver driver) {
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

  private boolean looksLikeCsi(String provisioner) {
    return provisioner.contains("csi") || classes.driver(provisioner).isKnown();
  }
}
