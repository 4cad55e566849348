package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.SecretUse;
import org.jspecify.annotations.Nullable;

/**
 * How a PersistentVolume hands a volume that is there already to its driver.
 *
 * @param ownHandle whether the handle says which volume it is; otherwise any will do that is used
 *     once
 * @param fsType the filesystem's type, or null
 * @param secret the step for which a node gets the Secret, or null for none
 */
public record StaticUse(boolean ownHandle, @Nullable String fsType, @Nullable SecretUse secret) {
  /** The handle says which, and nodes need no Secret. */
  static final StaticUse BY_HANDLE = new StaticUse(true, null, null);

  /** The attributes say which, and nodes need no Secret. */
  static final StaticUse BY_ATTRIBUTES = new StaticUse(false, null, null);

  /** The same, whose nodes get the Secret at a step. */
  StaticUse with(SecretUse use) {
    return new StaticUse(ownHandle, fsType, use);
  }

  /** The same, with a filesystem's type. */
  StaticUse ofType(String type) {
    return new StaticUse(ownHandle, type, secret);
  }
}
