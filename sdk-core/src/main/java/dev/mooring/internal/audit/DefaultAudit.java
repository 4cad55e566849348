package dev.mooring.internal.audit;

import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditBlindSpot;
import dev.mooring.admin.AuditReport;
import dev.mooring.admin.AuditRequest;
import dev.mooring.admin.AuditResult;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.spi.Capability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One look at the regions of a client, and what can be done about what it found. */
public final class DefaultAudit implements Audit {
  private static final String TRIED = "audit";

  private final AuditReport report;
  private final List<Item> items;

  private DefaultAudit(AuditReport report, List<Item> items) {
    this.report = report;
    this.items = List.copyOf(items);
  }

  /** Looks now. */
  public static Audit of(Sessions sessions, AuditRequest request) {
    if (request.staleAfter().isNegative()) {
      throw InvalidRequestException.of(
          Problem.tried(TRIED), "staleAfter", "it is negative: " + request.staleAfter());
    }
    Collection<RegionSession> regions =
        request
            .regionIfSet()
            .<Collection<RegionSession>>map(name -> List.of(sessions.require(name, TRIED)))
            .orElseGet(sessions::all);
    regions.forEach(session -> session.require(Capability.AUDIT, TRIED, "the account"));
    List<Item> items = new ArrayList<>();
    List<AuditBlindSpot> unseen = new ArrayList<>();
    for (RegionSession session : regions) {
      RegionAudit audited = RegionAudit.of(sessions, session, request.staleAfter());
      items.addAll(audited.items());
      unseen.addAll(audited.unseen());
    }
    AuditReport report =
        new AuditReport(
            sessions.account(),
            regions.stream().map(RegionSession::name).toList(),
            items.stream().map(Item::finding).toList(),
            unseen);
    return new DefaultAudit(report, items);
  }

  @Override
  public AuditReport report() {
    return report;
  }

  @Override
  public AuditResult apply(String findingId) {
    Problem problem = Problem.tried("act on an audit's finding");
    Item item =
        items.stream()
            .filter(one -> one.finding().id().equals(findingId))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotFoundException(
                        problem
                            .because(
                                "the audit has no finding "
                                    + Shown.of(findingId)
                                    + ": it was never there, or what it was about has changed")
                            .hint("audit again, and take an id of that report")));
    String done =
        item.remedyIfAny()
            .orElseThrow(
                () ->
                    InvalidRequestException.of(
                        problem.on(item.finding().resource()).in(item.finding().region()),
                        "id",
                        "only a person can act on it: " + item.finding().action().words()))
            .get();
    return new AuditResult(item.finding(), done);
  }
}
