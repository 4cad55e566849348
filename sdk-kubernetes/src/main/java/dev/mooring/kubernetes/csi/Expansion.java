package dev.mooring.kubernetes.csi;

/** How the volumes of a CSI driver grow. */
public enum Expansion {
  /** While pods use them, and while none does. */
  ONLINE("online", "while pods use it"),
  /** Only while no pod uses them. */
  OFFLINE("offline", "while no pod uses it"),
  /** At any time, but its pods see the new size only after a restart. */
  NEEDS_RESTART("needs-restart", "its pods need a restart to see it"),
  /** Never. */
  NONE("none", "never");

  private final String word;
  private final String words;

  Expansion(String word, String words) {
    this.word = word;
    this.words = words;
  }

  /** The word in the configuration, for example {@code needs-restart}. */
  public String word() {
    return word;
  }

  /** The same for people. */
  public String words() {
    return words;
  }
}
