package dev.mooring.kubernetes.csi;

import dev.mooring.admin.StorageClassDraft;
import dev.mooring.admin.StorageClassSpec;

/**
 * A storage class of JuiceFS directories. The driver checks its Secret only when a pod mounts a
 * volume, so Mooring checks it before. Immutable: each method returns a changed copy.
 *
 * @param spec what was described so far
 */
public record JuiceFsClass(StorageClassSpec spec) implements StorageClassDraft<JuiceFsClass> {
  /** The driver's name. */
  public static final String PROVISIONER = "csi.juicefs.com";

  /** Begins a class; a Secret is still to be given. */
  public static JuiceFsClass named(String name) {
    return new JuiceFsClass(StorageClassSpec.of(name, PROVISIONER));
  }

  @Override
  public JuiceFsClass with(StorageClassSpec changed) {
    return new JuiceFsClass(changed);
  }

  /** How the directories are called, a pattern of the driver; the volume's name unless set. */
  public JuiceFsClass pathPattern(String pattern) {
    return parameter("pathPattern", pattern);
  }
}
