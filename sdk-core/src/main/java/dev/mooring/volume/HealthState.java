package dev.mooring.volume;

/** How a volume is, the best first. */
public enum HealthState {
  /** Nothing is known to stand against its use. */
  OK,
  /** It can be used, but something is wrong with it, or for some of its users. */
  DEGRADED,
  /** Its bytes cannot be reached, or are lost. */
  INACCESSIBLE
}
