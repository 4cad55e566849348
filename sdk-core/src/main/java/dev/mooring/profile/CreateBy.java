package dev.mooring.profile;

import dev.mooring.access.Role;

/**
 * Who may create volumes from a profile, by role in the account. It counts when something is
 * created; what is there can be used, resized and deleted as before.
 */
public enum CreateBy {
  /** Administrators of the platform. */
  ADMIN("admin", Role.ADMIN, "administrators"),
  /** Administrators of a group, and those of the platform. */
  GROUP_ADMIN("groupAdmin", Role.GROUP_ADMIN, "administrators and administrators of groups"),
  /** Everybody in the account. */
  MEMBER("member", Role.MEMBER, "everybody");

  private final String word;
  private final Role least;
  private final String words;

  CreateBy(String word, Role least, String words) {
    this.word = word;
    this.least = least;
    this.words = words;
  }

  /** The word in the configuration: {@code admin}, {@code groupAdmin} or {@code member}. */
  public String word() {
    return word;
  }

  /** Who that is, for people. */
  public String words() {
    return words;
  }

  /** Whether a role may. */
  public boolean allows(Role role) {
    return role.includes(least);
  }
}
