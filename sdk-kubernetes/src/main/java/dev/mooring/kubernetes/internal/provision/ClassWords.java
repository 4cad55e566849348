package dev.mooring.kubernetes.internal.provision;

import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Nearest;
import dev.mooring.volume.AccessMode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is wrong with a profile's class, in words. */
final class ClassWords {
  private ClassWords() {}

  /** The class is not there. */
  static String missing(Profile profile, StorageClasses classes) {
    String driver = profile.driver();
    if (driver != null) {
      CsiDriver known = classes.driver(driver);
      return "the cluster has no storage class of the CSI driver "
          + driver
          + (known.isKnown() ? " (" + known.name() + ")" : "")
          + ", which the profile "
          + profile.name()
          + " is of: install the driver and make a class, or name another in the profile";
    }
    String wanted = profile.storageClass();
    if (wanted == null) {
      return "the profile "
          + profile.name()
          + " names no storage class, and the cluster has no default one";
    }
    List<String> names = StreamSupport.stream(classes.names().spliterator(), false).toList();
    return "the storage class "
        + wanted
        + " of the profile "
        + profile.name()
        + " does not exist"
        + Nearest.of(wanted, names).map(near -> "; there is " + near).orElse("");
  }

  /** The driver lacks the access mode. */
  static Violation noMode(Profile profile, AccessMode mode, CsiDriver driver) {
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

  /** The nodes that the profile is for do not reach what the class makes. */
  static String noReach(Profile profile, NodeTerms wanted, NodeTerms allowed) {
    return "the profile "
        + profile.name()
        + " is for nodes with "
        + wanted
        + ", but its storage class makes volumes for those with "
        + allowed
        + ": no pod could mount them; ask the administrator";
  }
}
