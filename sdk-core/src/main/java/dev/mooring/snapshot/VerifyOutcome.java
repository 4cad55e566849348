package dev.mooring.snapshot;

/** What verifying a snapshot came to. */
public enum VerifyOutcome {
  /** The copy has the files of its volume, byte by byte. */
  VERIFIED,
  /**
   * The copy was restored and all of it was read, but there was nothing to compare it with: its
   * volume is gone, being deleted, or in use.
   */
  READABLE,
  /**
   * The copy has not the files of its volume as it is now: what was written to the volume since the
   * snapshot shows like this as well.
   */
  DIFFERENT,
  /** Some file of the copy could not be read. */
  UNREADABLE
}
