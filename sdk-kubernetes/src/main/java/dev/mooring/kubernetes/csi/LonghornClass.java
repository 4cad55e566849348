package dev.mooring.kubernetes.csi;

import dev.mooring.admin.StorageClassDraft;
import dev.mooring.admin.StorageClassSpec;

/**
 * A storage class of Longhorn's replicated images. Immutable: each method returns a changed copy.
 *
 * @param spec what was described so far
 */
public record LonghornClass(StorageClassSpec spec) implements StorageClassDraft<LonghornClass> {
  /** The driver's name. */
  public static final String PROVISIONER = "driver.longhorn.io";

  /** Begins a class; it needs nothing more. */
  public static LonghornClass named(String name) {
    return new LonghornClass(StorageClassSpec.of(name, PROVISIONER));
  }

  @Override
  public LonghornClass with(StorageClassSpec changed) {
    return new LonghornClass(changed);
  }

  /** How many replicas a volume has; Longhorn's own setting unless set. */
  public LonghornClass replicas(int count) {
    return parameter("numberOfReplicas", Integer.toString(count));
  }

  /**
   * Whether a replica is near its pod: {@code disabled}, {@code best-effort}, {@code strict-local}.
   */
  public LonghornClass dataLocality(String locality) {
    return parameter("dataLocality", locality);
  }

  /** The filesystem: {@code ext4} or {@code xfs}; ext4 unless set. */
  public LonghornClass fsType(String type) {
    return parameter("fsType", type);
  }

  /** Whether images are encrypted; the Secret must hold {@code CRYPTO_KEY_VALUE} then. */
  public LonghornClass encrypted(boolean on) {
    return parameter("encrypted", Boolean.toString(on));
  }
}
