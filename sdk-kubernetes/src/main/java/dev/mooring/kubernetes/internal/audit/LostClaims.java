package dev.mooring.kubernetes.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;

/** Claims whose PersistentVolume is gone: the image may be there still, and nothing leads to it. */
final class LostClaims implements OrphanFinder {
  @Override
  public List<Orphan> find(Inventory inventory, Scope scope) {
    return inventory.claims().items().stream()
        .filter(claim -> Marks.isOf(claim, inventory.place().account()))
        .filter(claim -> claim.getMetadata().getDeletionTimestamp() == null)
        .filter(claim -> claim.getStatus() != null && "Lost".equals(claim.getStatus().getPhase()))
        .map(LostClaims::orphan)
        .toList();
  }

  private static Orphan orphan(PersistentVolumeClaim claim) {
    String volume = claim.getSpec().getVolumeName();
    return Orphans.of(
        AuditKind.RECORD_WITHOUT_DATA,
        claim,
        null,
        "Lost: its PersistentVolume "
            + volume
            + " is gone; the backend may keep the bytes still, and nothing leads to them",
        AuditAction.byHand(
            "make the PersistentVolume "
                + volume
                + " again from a copy of it, or look in the backend for what the driver made of"
                + " that name, and delete the volume"));
  }
}
