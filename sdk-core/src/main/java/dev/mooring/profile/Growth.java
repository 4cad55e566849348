package dev.mooring.profile;

/** How volumes of a profile grow. */
public enum Growth {
  /** While they are used, and while they are not. */
  ONLINE("while it is used"),
  /** Only while nobody uses them. */
  OFFLINE("while nobody uses it"),
  /** At any time; who uses one sees the new size after a restart. */
  NEEDS_RESTART("who uses it sees it after a restart"),
  /** Never. */
  NONE("never"),
  /** Nobody knows. */
  UNKNOWN("not known");

  private final String words;

  Growth(String words) {
    this.words = words;
  }

  /** The same for people. */
  public String words() {
    return words;
  }
}
