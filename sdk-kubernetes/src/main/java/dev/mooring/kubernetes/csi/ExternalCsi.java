package dev.mooring.kubernetes.csi;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A CSI driver that Mooring does not know, described by those who run it: so another backend plugs
 * in without code. What is not said is not promised. Immutable.
 *
 * @param provisioner the driver's name; one with another word and a dot before it is the same
 *     driver
 * @param name its name for people
 * @param accessModes the access modes of its filesystem volumes
 * @param volumeModes how its volumes appear in pods
 * @param enforcement what happens when more is written than a volume's size
 * @param expansion how its volumes grow
 * @param snapshots whether it makes snapshots
 * @param clones whether it makes a volume from another one
 * @param topology whether a volume can be reached from some nodes only
 * @param requiredParameters what its storage classes must have
 * @param optionalParameters what else they may have
 * @param secretUses which of its steps must get a Secret
 * @param secretKeys what that Secret must hold
 * @param posixGaps where its filesystems are not like a local one, for people
 * @param onDelete what happens to the bytes of a deleted volume, for people
 */
public record ExternalCsi(
    String provisioner,
    String name,
    Set<AccessMode> accessModes,
    Set<VolumeMode> volumeModes,
    SizeEnforcement enforcement,
    Expansion expansion,
    boolean snapshots,
    boolean clones,
    boolean topology,
    List<String> requiredParameters,
    List<String> optionalParameters,
    Set<SecretUse> secretUses,
    List<String> secretKeys,
    List<String> posixGaps,
    String onDelete) {
  private static final Pattern DRIVER =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?");

  /** Checks and copies. */
  public ExternalCsi {
    if (!DRIVER.matcher(provisioner).matches()) {
      throw new IllegalArgumentException(
          "a driver's name has up to 63 letters, digits, '-' and '.', and begins and ends with a"
              + " letter or digit");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a driver's name for people must not be empty");
    }
    accessModes = copy(accessModes, AccessMode.class);
    volumeModes = copy(volumeModes, VolumeMode.class);
    Objects.requireNonNull(enforcement, "enforcement");
    Objects.requireNonNull(expansion, "expansion");
    requiredParameters = List.copyOf(requiredParameters);
    optionalParameters = List.copyOf(optionalParameters);
    secretUses = copy(secretUses, SecretUse.class);
    secretKeys = List.copyOf(secretKeys);
    posixGaps = List.copyOf(posixGaps);
    Objects.requireNonNull(onDelete, "onDelete");
    if (volumeModes.isEmpty()) {
      throw new IllegalArgumentException("a driver has at least one volume mode");
    }
  }

  /** Begins a description, which promises nothing yet. */
  public static ExternalCsiBuilder builder(String provisioner) {
    return new ExternalCsiBuilder(provisioner);
  }

  private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type) {
    return Collections.unmodifiableSet(set.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(set));
  }
}
