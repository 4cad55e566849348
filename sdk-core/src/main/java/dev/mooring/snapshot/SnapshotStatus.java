package dev.mooring.snapshot;

/** The one word for how a snapshot is. */
public enum SnapshotStatus {
  /** It is being taken. */
  PENDING,
  /** It is whole: volumes can be made from it. */
  READY,
  /** It is being deleted. */
  DELETING,
  /** The backend says that it cannot be taken. */
  FAILED
}
