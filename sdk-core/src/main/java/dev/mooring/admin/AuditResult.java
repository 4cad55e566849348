package dev.mooring.admin;

import java.util.Objects;

/**
 * What was done about a finding.
 *
 * @param finding the finding
 * @param words what was done, and what goes on by itself
 */
public record AuditResult(AuditFinding finding, String words) {
  /** Checks that nothing is missing. */
  public AuditResult {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(words, "words");
  }
}
