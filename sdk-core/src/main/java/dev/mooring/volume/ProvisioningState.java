package dev.mooring.volume;

/**
 * How far the backend has come with a volume: one of the three facts behind {@link VolumeStatus}.
 */
public enum ProvisioningState {
  /** Asked for; nothing has been made yet. */
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
  /** Gone. */
  DELETED
}
