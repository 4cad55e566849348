package dev.mooring.volume;

/**
 * One word for display, derived from three separate facts: provisioning, attachments and
 * suspension. Programs that decide should look at those.
 */
public enum VolumeStatus {
  /** Asked for; the backend has not begun, or begins with the first use. */
  PENDING,
  /** The backend is making it. */
  PROVISIONING,
  /** Ready, and attached to nothing. */
  AVAILABLE,
  /** An attachment is being made. */
  ATTACHING,
  /** Attached to a target. */
  ATTACHED,
  /** An attachment is being undone, and waits until nobody mounts the volume. */
  DETACHING,
  /** Growing. */
  RESIZING,
  /** Suspended by an administrator. */
  SUSPENDED,
  /** Being deleted, and not usable any more. */
  DELETING,
  /** Deleted; in the trash where the profile keeps one. */
  DELETED,
  /** The backend says that it cannot get better by itself. */
  FAILED
}
