package dev.mooring.instance;

/** The states of an instance. */
public enum InstanceState {
  /** Being started. */
  STARTING,
  /** Running, with its volumes mounted. */
  RUNNING,
  /** Being stopped. */
  STOPPING,
  /** Gone. */
  STOPPED,
  /** It ended by itself, or cannot be started. */
  FAILED
}
