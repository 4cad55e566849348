package dev.mooring.internal.audit;

import dev.mooring.admin.AuditBlindSpot;
import dev.mooring.admin.AuditFinding;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Keys;
import dev.mooring.spi.Auditing.Audited;
import dev.mooring.spi.Auditing.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The audit of one region.
 *
 * @param items what was found, by kind and resource
 * @param unseen what could not be looked at
 */
record RegionAudit(List<Item> items, List<AuditBlindSpot> unseen) {
  RegionAudit {
    items = List.copyOf(items);
    unseen = List.copyOf(unseen);
  }

  static RegionAudit of(Sessions sessions, RegionSession session, Duration staleAfter) {
    Look look = Look.at(session, staleAfter);
    Audited backend =
        session
            .auditing()
            .look(new Scope(staleAfter, key -> Keys.isVolume(session.account(), key)));
    List<Auditor> auditors =
        List.of(
            new BackendOrphans(backend.orphans()),
            new MissingVolumes(),
            new MissingTargets(),
            new StaleOperations(),
            new UnlistedShares(),
            new MissingShares(),
            new StaleReservations(sessions));
    List<Item> items = new ArrayList<>();
    auditors.forEach(auditor -> items.addAll(auditor.find(look)));
    items.sort(
        Comparator.comparing(Item::finding, Comparator.comparing(AuditFinding::kind))
            .thenComparing(item -> item.finding().resource())
            .thenComparing(item -> item.finding().id()));
    return new RegionAudit(items, unseen(look, backend));
  }

  private static List<AuditBlindSpot> unseen(Look look, Audited backend) {
    String region = look.session().name();
    List<AuditBlindSpot> unseen = new ArrayList<>();
    backend
        .unseen()
        .forEach(one -> unseen.add(new AuditBlindSpot(region, one.what(), one.words())));
    if (look.made().isEmpty()) {
      unseen.add(
          new AuditBlindSpot(region, "shares", "this client may not see what was made for shares"));
    }
    return unseen;
  }
}
