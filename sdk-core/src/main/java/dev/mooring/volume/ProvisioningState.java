package dev.mooring.volume;

/**
 * How far the backend has come with a volume: one of the three facts behind {@link VolumeStatus}.
 */
public enum ProvisioningState {
  /**
   * Asked for; nothing has been made yet. With the reason {@link Reason#READY_ON_FIRST_USE} it is
   * made when its first user starts, and can be attached now.
   */
  PENDING,
  /** Being made. */
  PROVISIONING,
  /** Made, and ready for use. */
  AVAILABLE,
  /**
   * It cannot get better by itself; it becomes {@link #AVAILABLE} if the backend succeeds later.
   */
  FAILED,
  /** Being deleted. */
  DELETING,
  /** Gone. No handle tells it: one that is read is there. */
  DELETED
}
