package dev.mooring.kubernetes.csi;

import dev.mooring.adoption.StaticVolume;
import dev.mooring.adoption.StaticVolumeSpec;

/**
 * A JuiceFS, or a directory of one, that is there already. Immutable: each method with a parameter
 * returns a changed copy.
 *
 * @param spec what was described so far
 */
public record JuiceFsFolder(StaticVolumeSpec spec) implements StaticVolume {
  /** All of a JuiceFS; its Secret is still to be given. */
  public static JuiceFsFolder root() {
    return new JuiceFsFolder(StaticVolumeSpec.of(JuiceFsClass.PROVISIONER));
  }

  /** A directory of a JuiceFS, by its path; its Secret is still to be given. */
  public static JuiceFsFolder at(String path) {
    return new JuiceFsFolder(root().spec.mountOption("subdir=" + path));
  }

  /** The Secret with {@code name} and {@code metaurl}, which must be there; needed. */
  public JuiceFsFolder secret(String namespace, String name) {
    return new JuiceFsFolder(spec.secret(namespace, name));
  }

  /** An option of mounting, in JuiceFS' own words. */
  public JuiceFsFolder mountOption(String option) {
    return new JuiceFsFolder(spec.mountOption(option));
  }
}
