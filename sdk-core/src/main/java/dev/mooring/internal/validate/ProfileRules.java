package dev.mooring.internal.validate;

import dev.mooring.internal.profile.DeclaredData;
import dev.mooring.profile.Profile;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The rules of profiles, alone and beside the others of their region. */
public final class ProfileRules {
  /** A Kubernetes object name: a DNS subdomain (RFC 1123). */
  private static final Pattern CLASS = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");

  private static final Pattern SECRET =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/[a-z0-9][a-z0-9.-]{0,252}");

  private ProfileRules() {}

  /** Checks the profiles of a region; {@code field} is the list's path. */
  public static void check(Violations violations, String field, List<Profile> profiles) {
    Map<String, Integer> names = new HashMap<>();
    Map<VolumeKind, Profile> defaults = new EnumMap<>(VolumeKind.class);
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      String path = field + "[" + i + "]";
      one(violations, path, profile);
      Integer twin = names.putIfAbsent(profile.name(), i);
      if (twin != null) {
        violations.add(
            path + ".name",
            Shown.of(profile.name()) + " is the name of " + field + "[" + twin + "] too");
      }
      Profile other = profile.isDefault() ? defaults.putIfAbsent(profile.kind(), profile) : null;
      if (other != null) {
        violations.add(
            path + ".default",
            "the default of kind " + profile.kind() + " is " + Shown.of(other.name()) + " already");
      }
    }
  }

  private static void one(Violations violations, String path, Profile profile) {
    Names.profile(violations, path + ".name", profile.name());
    Names.check(violations, path + ".lane", profile.lane(), Names.LONGEST);
    String storageClass = profile.storageClass();
    if (storageClass != null && !CLASS.matcher(storageClass).matches()) {
      violations.add(
          path + ".storageClass",
          storageClass.isEmpty()
              ? "must not be empty; leave it out for the cluster's default class"
              : Shown.of(storageClass) + " is no name of a storage class");
    }
    String snapshotClass = profile.snapshotClass();
    if (snapshotClass != null && !CLASS.matcher(snapshotClass).matches()) {
      violations.add(
          path + ".snapshotClass",
          snapshotClass.isEmpty()
              ? "must not be empty; leave it out for the cluster's choice"
              : Shown.of(snapshotClass) + " is no name of a volume snapshot class");
    }
    Capacity max = profile.maxSize();
    if (max != null && max.compareTo(profile.minSize()) < 0) {
      violations.add(path + ".maxSize", max + " is smaller than minSize " + profile.minSize());
    }
    if (profile.minSize().compareTo(Sizes.LARGEST) > 0) {
      violations.add(
          path + ".minSize", profile.minSize() + " is more than the largest, " + Sizes.LARGEST);
    }
    AccessMode mode = profile.accessMode();
    if (profile.kind() == VolumeKind.DRIVE
        && mode != null
        && mode != AccessMode.READ_WRITE_ONCE
        && mode != AccessMode.READ_WRITE_ONCE_POD) {
      violations.add(
          path + ".accessMode",
          mode.kubernetesName() + " would give a drive more than one writer",
          AccessMode.READ_WRITE_ONCE_POD.kubernetesName());
    }
    if (profile.trash().isNegative()) {
      violations.add(path + ".trash", "must not be negative");
    }
    if (profile.snapshots() != null && profile.kind() == VolumeKind.OBJECT) {
      violations.add(path + ".snapshots", "object volumes have no snapshots");
    }
    String shareSecret = profile.shareSecret();
    if (shareSecret != null && !SECRET.matcher(shareSecret).matches()) {
      violations.add(
          path + ".shareSecret",
          Shown.of(shareSecret) + " names no Secret: NAMESPACE/NAME is expected");
    }
    if (shareSecret != null && profile.kind() != VolumeKind.FILESYSTEM) {
      violations.add(path + ".shareSecret", "only filesystems can be shared");
    }
    catalogue(violations, path, profile);
    Descriptions.check(violations, path + ".adminContact", profile.adminContact());
    profile.bestFor().forEach(use -> Descriptions.check(violations, path + ".bestFor", use));
    NodeLabels.check(violations, path + ".nodeSelector", profile.nodeSelector());
  }

  /** What stands in the catalogue: the driver in place of a class, the step, what is declared. */
  private static void catalogue(Violations violations, String path, Profile profile) {
    String driver = profile.driver();
    if (driver != null && !CLASS.matcher(driver).matches()) {
      violations.add(path + ".driver", Shown.of(driver) + " is no name of a CSI driver");
    }
    if (driver != null && profile.storageClass() != null) {
      violations.add(path + ".driver", "cannot stand beside storageClass, which names its driver");
    }
    Capacity step = profile.sizeStep();
    if (step != null && step.bytes() < 1) {
      violations.add(path + ".sizeStep", "must be more than nothing", "1GB");
    }
    BiConsumer<String, String> wrong =
        (key, message) -> violations.add(path + "." + Shown.path(key), message);
    var unused = DeclaredData.durability(profile.declared(), wrong);
    var unusedToo = DeclaredData.expected(profile.declared(), wrong);
    for (int i = 0; i < profile.samples().size(); i++) {
      Descriptions.check(
          violations, path + ".measured[" + i + "].by", profile.samples().get(i).by());
    }
  }
}
