package dev.mooring.kubernetes.csi;

import dev.mooring.adoption.StaticVolume;
import dev.mooring.adoption.StaticVolumeSpec;

/**
 * A directory of an NFS server that is there already. Immutable: each method with a parameter
 * returns a changed copy.
 *
 * @param spec what was described so far
 */
public record NfsFolder(StaticVolumeSpec spec) implements StaticVolume {
  /** A directory by its whole path on a server. */
  public static NfsFolder at(String server, String path) {
    return new NfsFolder(
        StaticVolumeSpec.of(NfsClass.PROVISIONER)
            .attribute("server", server)
            .attribute("share", path));
  }

  /** An option of mounting, for example {@code nfsvers=4.1}. */
  public NfsFolder mountOption(String option) {
    return new NfsFolder(spec.mountOption(option));
  }
}
