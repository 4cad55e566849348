package dev.mooring.instance;

/** The states of an instance. */
public enum InstanceState {
  /** Being started. */
  STARTING,
  /** Running, with its volumes mounted. */
  RUNNING,
  /** Being stopped. */
  STOPPING,
  /** Gone. No handle tells it: one that is gone is not found. */
  STOPPED,
  /** It ended by itself, or cannot be started. */
  FAILED
}
