package dev.mooring.internal.validate;

import dev.mooring.profile.Profile;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of profiles, alone and beside the others of their region. */
public final class ProfileRules {
  /** A Kubernetes object name: a DNS subdomain (RFC 1123). */
  private static final Pattern CLASS = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");

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
    Descriptions.check(violations, path + ".adminContact", profile.adminContact());
    profile.bestFor().forEach(use -> Descriptions.check(violations, path + ".bestFor", use));
    NodeLabels.check(violations, path + ".nodeSelector", profile.nodeSelector());
  }
}
