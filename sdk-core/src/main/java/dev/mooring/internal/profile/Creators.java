package dev.mooring.internal.profile;

import dev.mooring.access.Role;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.profile.Profile;
import java.util.Optional;

/** Who may create from a profile. */
public final class Creators {
  private Creators() {}

  /** What stands against creating from a profile in a role; empty when nothing does. */
  public static Optional<Violation> against(Profile profile, Role role) {
    return profile.createBy().allows(role)
        ? Optional.empty()
        : Optional.of(Violation.of("profile", words(profile, role)).as(ErrorCode.ACCESS_DENIED));
  }

  /** Why nothing can be created, and whom to ask. */
  static String words(Profile profile, Role role) {
    return "only "
        + profile.createBy().words()
        + " may create from the profile "
        + profile.name()
        + " (createBy: "
        + profile.createBy().word()
        + "), and this client acts as "
        + role.word()
        + "; "
        + ask(profile);
  }

  /** Whom to ask. */
  public static String ask(Profile profile) {
    return profile
        .adminContactIfSet()
        .map(contact -> "ask " + contact)
        .orElse("ask an administrator of the platform: the profile names no adminContact");
  }
}
