package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the SDK knows of a CSI driver. Adding a driver is one class and one line in {@link
 * CsiDrivers}. What stands here without a test has its source on the driver's page in {@code
 * docs/backends}.
 */
public interface CsiDriver {
  /** Its name, for people. */
  String name();

  /** Its own name in the cluster. */
  String provisioner();

  /** Whether it serves a provisioner's name; Rook puts its namespace before the driver's. */
  default boolean serves(String wanted) {
    return wanted.equals(provisioner()) || wanted.endsWith("." + provisioner());
  }

  /** Whether anything is known of it: otherwise its parameters are not checked. */
  default boolean isKnown() {
    return true;
  }

  /** The access modes of its filesystem volumes; empty when unknown. */
  Set<AccessMode> accessModes();

  /** How its volumes appear in pods. */
  Set<VolumeMode> volumeModes();

  /** What happens when more is written than the size. */
  SizeEnforcement enforcement();

  /** How its volumes grow. */
  Expansion expansion();

  /** Whether it makes snapshots. */
  boolean snapshots();

  /** Whether it makes a volume from another one; false also when it ignores the source. */
  boolean clones();

  /** Whether a volume that is made from another one must have exactly its size. */
  default boolean clonesKeepSize() {
    return false;
  }

  /** Whether a volume can be reached from some nodes only. */
  boolean topology();

  /** The parameters of its storage classes. */
  List<Field> parameters();

  /** Which Secrets it needs, and what is in them. */
  SecretShape secrets();

  /** Where options of mounting are given, for people. */
  String mountOptions();

  /** Where its filesystems are not like a local one. */
  List<String> gaps();

  /** How a volume that is there already is described; empty when it cannot be. */
  Optional<StaticForm> staticForm();

  /** How such a volume is handed to it. */
  default StaticUse staticUse() {
    return StaticUse.BY_HANDLE;
  }

  /** Whether its filesystems can be shared into other namespaces. */
  default boolean shares() {
    return false;
  }

  /**
   * How a filesystem is described once more, for another namespace; or why it cannot be. Asked only
   * of a driver that shares.
   */
  default StaticShare share(CsiVolume volume) {
    return StaticShare.refused("is of a driver that cannot share");
  }

  /** What happens to the bytes of a deleted volume, for people. */
  String onDelete();

  /** The parameters of the snapshot class that belongs to a class with these parameters. */
  default Map<String, String> snapshotParameters(Map<String, String> parameters) {
    return Map.of();
  }

  /** Finds what contradicts itself in a class; what is merely missing is found without it. */
  default void check(ClassFacts facts, Findings findings) {}
}
