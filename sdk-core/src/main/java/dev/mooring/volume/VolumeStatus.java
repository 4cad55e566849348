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
  /** Growing; it can be used meanwhile, and may be attached. */
  RESIZING,
  /** Suspended by an administrator; not in this version, which suspends no volume. */
  SUSPENDED,
  /**
   * Being deleted, and not open to new users any more; also while a deletion waits for the last
   * user.
   */
  DELETING,
  /** In the trash: deleted, and restorable for some time. What is deleted for good is not found. */
  DELETED,
  /**
   * The backend says that it cannot get better by itself. It becomes {@link #AVAILABLE} if the
   * backend succeeds later.
   */
  FAILED;

  /** The word of another platform for it, for example {@code Bound}. */
  public String as(StatusVocabulary vocabulary) {
    return vocabulary.word(this);
  }
}
