package dev.mooring.admin;

import java.util.Objects;

/**
 * What to do about a finding.
 *
 * @param automatic whether {@link Audit#apply} can do it, without losing a byte
 * @param words what it does; else what a person has to decide and to do
 */
public record AuditAction(boolean automatic, String words) {
  /** Checks that nothing is missing. */
  public AuditAction {
    Objects.requireNonNull(words, "words");
  }

  /** Something that {@link Audit#apply} does. */
  public static AuditAction automatic(String words) {
    return new AuditAction(true, words);
  }

  /** Something that only a person can decide. */
  public static AuditAction byHand(String words) {
    return new AuditAction(false, words);
  }
}
