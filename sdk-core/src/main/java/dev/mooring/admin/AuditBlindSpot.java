package dev.mooring.admin;

import java.util.Objects;

/**
 * Something that an audit could not look at.
 *
 * @param region where
 * @param what what it is, for example {@code persistentvolumes}
 * @param words why it cannot be seen, and who or what can
 */
public record AuditBlindSpot(String region, String what, String words) {
  /** Checks that nothing is missing. */
  public AuditBlindSpot {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(words, "words");
  }
}
