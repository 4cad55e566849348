package dev.mooring.profile;

/** Whether the backend of a profile can do something. */
public enum Support {
  /** It can. */
  YES,
  /** It cannot. */
  NO,
  /** Nobody knows: the driver is not known, or may not be looked at. */
  UNKNOWN;

  /** Whether it is known, and so. */
  public static Support of(boolean can) {
    return can ? YES : NO;
  }
}
