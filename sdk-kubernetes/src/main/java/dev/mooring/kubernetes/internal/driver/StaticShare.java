package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.SecretUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A volume once more, under a handle of its own: what a static PersistentVolume says of it.
 *
 * @param attributes its attributes
 * @param mountOptions the driver's own options, beside those of the volume's class
 * @param fsType the filesystem's type, or null
 * @param secret the step for which a node gets the Secret of shares, or null for none
 * @param refusal why this volume cannot be shared; empty when it can
 */
public record StaticShare(
    Map<String, String> attributes,
    List<String> mountOptions,
    @Nullable String fsType,
    @Nullable SecretUse secret,
    String refusal) {
  /** Copies. */
  public StaticShare {
    attributes = Map.copyOf(attributes);
    mountOptions = List.copyOf(mountOptions);
  }

  /** A share with these attributes. */
  static StaticShare of(Map<String, String> attributes) {
    return new StaticShare(attributes, List.of(), null, null, "");
  }

  /** No share, and why: a clause about the volume. */
  public static StaticShare refused(String why) {
    return new StaticShare(Map.of(), List.of(), null, null, why);
  }

  /** The same, whose nodes get the Secret at a step. */
  StaticShare withSecret(@Nullable SecretUse use) {
    return new StaticShare(attributes, mountOptions, fsType, use, refusal);
  }

  /** The same, with a mount option more. */
  StaticShare withMountOption(String option) {
    return new StaticShare(attributes, List.of(option), fsType, secret, refusal);
  }

  /** The same, with a filesystem's type. */
  StaticShare withType(String type) {
    return new StaticShare(attributes, mountOptions, type, secret, refusal);
  }

  /** Those of a volume's attributes that it has, among these. */
  static Map<String, String> kept(CsiVolume volume, String... names) {
    Map<String, String> kept = new TreeMap<>();
    for (String name : names) {
      if (!volume.get(name).isEmpty()) {
        kept.put(name, volume.get(name));
      }
    }
    return kept;
  }
}
