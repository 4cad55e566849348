package dev.mooring.kubernetes.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;

/** Claims of the account's namespace that others made. Nothing ever changes them. */
final class ForeignClaims implements OrphanFinder {
  @Override
  public List<Orphan> find(Inventory inventory, Scope scope) {
    return inventory.claims().items().stream()
        .filter(claim -> !OwnMarks.hasAny(claim))
        .map(ForeignClaims::orphan)
        .toList();
  }

  private static Orphan orphan(PersistentVolumeClaim claim) {
    return Orphans.of(
        AuditKind.FOREIGN,
        claim,
        claim.getMetadata().getCreationTimestamp(),
        "a claim that Mooring did not make, in the account's namespace",
        AuditAction.byHand("leave it, or adopt it as a volume of the account"));
  }
}
