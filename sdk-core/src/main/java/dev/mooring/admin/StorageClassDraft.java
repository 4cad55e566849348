package dev.mooring.admin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A storage class while it is described: what the classes of all drivers have in common. Immutable:
 * each method returns a changed copy. Its rules are checked when it is rendered or planned, all at
 * once. A driver's own parameters have methods in the class of that driver; those without one are
 * given by {@link #parameter}.
 *
 * @param <C> the class of the driver
 */
public interface StorageClassDraft<C extends StorageClassDraft<C>> {
  /** What was described so far. */
  StorageClassSpec spec();

  /** The same draft with another description. */
  C with(StorageClassSpec spec);

  /** A parameter of the driver; null takes it away. */
  default C parameter(String name, @Nullable String value) {
    return with(spec().withParameter(name, value));
  }

  /** An option of mounting, added to those before. */
  default C mountOption(String option) {
    return with(spec().withMountOption(option));
  }

  /** The Secret that the driver gets in all its steps; none unless set. */
  default C secret(ClassSecret secret) {
    return with(spec().withSecret(secret));
  }

  /** The Secret that nodes get instead, where they may do less; the same one unless set. */
  default C nodeSecret(ClassSecret secret) {
    return with(spec().withNodeSecret(secret));
  }

  /** Whether volumes may grow; true unless set. */
  default C expands(boolean allowed) {
    return with(spec().withExpands(allowed));
  }

  /**
   * Whether a volume is made only when its first pod is scheduled; false unless set. Needed where
   * not every node reaches all of the backend.
   */
  default C onFirstUse(boolean wait) {
    return with(spec().withOnFirstUse(wait));
  }

  /** Whether the bytes stay when a volume is deleted; false unless set. */
  default C retains(boolean keep) {
    return with(spec().withRetains(keep));
  }

  /**
   * Whether a snapshot class of the same name is made as well; true unless set. Without a meaning
   * for a driver that makes no snapshots.
   */
  default C snapshots(boolean make) {
    return with(spec().withSnapshots(make));
  }

  /** Another name of the driver, as Rook gives it: {@code rook-ceph.rbd.csi.ceph.com}. */
  default C provisioner(String name) {
    return with(spec().withProvisioner(name));
  }

  /** The value of a parameter, when it is set. */
  default Optional<String> parameter(String name) {
    return Optional.ofNullable(spec().parameters().get(name));
  }
}
