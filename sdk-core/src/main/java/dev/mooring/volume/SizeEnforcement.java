package dev.mooring.volume;

/** What happens when more is written than a volume's size. */
public enum SizeEnforcement {
  /** Writing fails at the size. */
  HARD,
  /** Writing fails some time after the size. */
  SOFT,
  /** Nothing stops it, or nothing is known to: the size is what is billed, not a limit. */
  NONE
}
