package dev.mooring.kubernetes.csi;

import dev.mooring.admin.StorageClassDraft;
import dev.mooring.admin.StorageClassSpec;

/**
 * A storage class of directories of an NFS server. Immutable: each method returns a changed copy.
 *
 * @param spec what was described so far
 */
public record NfsClass(StorageClassSpec spec) implements StorageClassDraft<NfsClass> {
  /** The driver's name. */
  public static final String PROVISIONER = "nfs.csi.k8s.io";

  /** Begins a class; {@code server} and {@code share} are still to be given. */
  public static NfsClass named(String name) {
    return new NfsClass(StorageClassSpec.of(name, PROVISIONER));
  }

  @Override
  public NfsClass with(StorageClassSpec changed) {
    return new NfsClass(changed);
  }

  /** The server's name or address; needed. */
  public NfsClass server(String host) {
    return parameter("server", host);
  }

  /** The path that the server exports; needed. */
  public NfsClass share(String path) {
    return parameter("share", path);
  }

  /**
   * What becomes of a deleted volume's directory: {@code delete}, {@code retain}, {@code archive}.
   */
  public NfsClass onDelete(String what) {
    return parameter("onDelete", what);
  }
}
