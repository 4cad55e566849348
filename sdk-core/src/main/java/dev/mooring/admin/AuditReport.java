package dev.mooring.admin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an audit found, as it was then.
 *
 * @param account the account
 * @param regions the regions that were looked at
 * @param findings what is wrong, by region, kind and resource; empty for an account that is well
 * @param unseen what could not be looked at: nothing is said about it
 */
public record AuditReport(
    String account,
    List<String> regions,
    List<AuditFinding> findings,
    List<AuditBlindSpot> unseen) {
  /** Copies and checks. */
  public AuditReport {
    Objects.requireNonNull(account, "account");
    regions = List.copyOf(regions);
    findings = List.copyOf(findings);
    unseen = List.copyOf(unseen);
  }

  /** Whether nothing was found, as far as it could be seen. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** The finding with an id. */
  public Optional<AuditFinding> finding(String id) {
    return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
  }
}
