package dev.mooring.admin;

/**
 * A look at everything of an account that fits nothing else: what crashes, deletions by hand and
 * lost objects leave behind. Looking changes nothing; each finding can be acted on by itself.
 * Thread-safe.
 *
 * <pre>{@code
 * Audit audit = storage.admin().audit();
 * for (AuditFinding finding : audit.report().findings()) {
 *   System.out.println(finding + " -> " + finding.action().words());
 *   if (finding.action().automatic()) {
 *     audit.apply(finding.id());
 *   }
 * }
 * }</pre>
 */
public interface Audit {
  /** What was found when this audit was made; asks no backend. */
  AuditReport report();

  /**
   * Does what a finding's action says, and nothing else, if the thing is still exactly as it was
   * found. It never deletes bytes and never takes a finalizer away. Not to be repeated: what was
   * done is no longer as it was found.
   *
   * @return what was done
   * @throws dev.mooring.error.ConflictException when the thing has changed or is gone since;
   *     nothing was done: audit again
   * @throws dev.mooring.error.InvalidRequestException when its action is a person's
   * @throws dev.mooring.error.NotFoundException when the report has no finding of this id
   */
  AuditResult apply(String findingId);
}
