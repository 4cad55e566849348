package dev.mooring.profile;

/** Who may create volumes from a profile, by role in the account. */
public enum CreateBy {
  /** Administrators of the platform. */
  ADMIN("admin"),
  /** Administrators of a group, and those of the platform. */
  GROUP_ADMIN("groupAdmin"),
  /** Everybody in the account. */
  MEMBER("member");

  private final String word;

  CreateBy(String word) {
    this.word = word;
  }

  /** The word in the configuration: {@code admin}, {@code groupAdmin} or {@code member}. */
  public String word() {
    return word;
  }
}
