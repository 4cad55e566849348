package dev.mooring.attachment;

/** How far an attachment is. */
public enum MountState {
  /** Being made. */
  ATTACHING,
  /** In force. */
  ATTACHED,
  /** Being undone: waits until nobody mounts the volume. */
  DETACHING
}
