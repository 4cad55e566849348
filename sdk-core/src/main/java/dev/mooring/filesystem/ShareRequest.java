package dev.mooring.filesystem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to share a filesystem into another namespace. Immutable; each method returns a changed copy.
 * Checked when it is used, with everything else.
 *
 * @param namespace the other namespace
 * @param claim the name of its PersistentVolumeClaim there, a DNS label; null for the filesystem's
 *     own name
 * @param readOnly whether nobody there can write
 */
public record ShareRequest(String namespace, @Nullable String claim, boolean readOnly) {
  /** Checks that there is a namespace. */
  public ShareRequest {
    Objects.requireNonNull(namespace, "namespace");
  }

  /** Read and write, by the filesystem's own name. */
  public static ShareRequest into(String namespace) {
    return new ShareRequest(namespace, null, false);
  }

  /** The same, read-only. */
  public ShareRequest asReadOnly() {
    return new ShareRequest(namespace, claim, true);
  }

  /** The same, with another name for the claim. */
  public ShareRequest claimedAs(String name) {
    return new ShareRequest(namespace, name, readOnly);
  }
}
