package dev.mooring.internal.admin;

import dev.mooring.admin.Admin;
import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditRequest;
import dev.mooring.admin.StorageClasses;
import dev.mooring.internal.audit.DefaultAudit;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.spi.Capability;

/** What administrators do, in these regions. */
public final class DefaultAdmin implements Admin {
  private static final String TRIED = "administer storage classes";

  private final Sessions sessions;

  /** The administration of these regions. */
  public DefaultAdmin(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public StorageClasses storageClasses() {
    return of(sessions.standard(TRIED));
  }

  @Override
  public StorageClasses storageClasses(String region) {
    return of(sessions.require(region, TRIED));
  }

  @Override
  public Audit audit() {
    return audit(AuditRequest.everywhere());
  }

  @Override
  public Audit audit(AuditRequest request) {
    return DefaultAudit.of(sessions, request);
  }

  private StorageClasses of(RegionSession session) {
    session.require(Capability.STORAGE_CLASSES, "administer", "storage classes");
    return new DefaultStorageClasses(sessions.configuration().prices(), session);
  }
}
