package dev.mooring.admin;

/**
 * What administrators do. It needs rights of its own, which {@code docs/kubernetes.md} lists.
 * Thread-safe.
 */
public interface Admin {
  /**
   * The storage classes of the default region: as configured, else home, else the only one.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no default region
   * @throws dev.mooring.error.UnsupportedException when its backend has no storage classes
   */
  StorageClasses storageClasses();

  /**
   * The storage classes of a region.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region, with the
   *     nearest names
   * @throws dev.mooring.error.UnsupportedException when its backend has no storage classes
   */
  StorageClasses storageClasses(String region);

  /**
   * Audits all regions: the same as {@link #audit(AuditRequest)} with {@link
   * AuditRequest#everywhere()}.
   *
   * @throws dev.mooring.error.UnsupportedException when the backend of a region cannot
   */
  Audit audit();

  /**
   * Looks for what fits nothing else, now: bytes without a record, records without bytes, things
   * that only look like records, deletions that do not end, operations that nobody went on with.
   * Changes nothing, shows nothing of other accounts, and may be repeated. What this client may not
   * read is told in the report, and no error; a region that cannot be asked ends it with one.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region, or a time is
   *     negative
   * @throws dev.mooring.error.UnsupportedException when the backend of a region cannot
   */
  Audit audit(AuditRequest request);
}
