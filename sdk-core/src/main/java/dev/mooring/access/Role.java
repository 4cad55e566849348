package dev.mooring.access;

/**
 * What somebody is in an account, as the program that uses the SDK says: it decides from which
 * profiles they may create. The later ones may all that the earlier ones may.
 */
public enum Role {
  /** Somebody of the account: what everybody is, unless the program says more. */
  MEMBER("member"),
  /** Who administers a group of the account. */
  GROUP_ADMIN("groupAdmin"),
  /** Who administers the platform. */
  ADMIN("admin");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word in the configuration: {@code member}, {@code groupAdmin} or {@code admin}. */
  public String word() {
    return word;
  }

  /** Whether it may all that another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
