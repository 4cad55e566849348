package dev.mooring.kubernetes.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.time.Instant;
import java.util.List;

/**
 * PersistentVolumes whose claims were this account's and are gone. One of a class that deletes is
 * only slow at first; one that retains stays for ever, as asked.
 */
final class ReleasedVolumes implements OrphanFinder {
  private static final String RETAIN = "Retain";

  @Override
  public List<Orphan> find(Inventory inventory, Scope scope) {
    Instant now = inventory.place().api().clock().now();
    return inventory.volumes().items().stream()
        .filter(volume -> OwnVolumes.isOwn(inventory.place(), volume, scope))
        .filter(volume -> Marks.label(volume, Marks.SHARE) == null)
        .filter(volume -> volume.getMetadata().getDeletionTimestamp() == null)
        .filter(volume -> volume.getSpec().getClaimRef() != null)
        .filter(volume -> isLeft(volume, now, scope))
        .map(ReleasedVolumes::orphan)
        .toList();
  }

  private static boolean isLeft(PersistentVolume volume, Instant now, Scope scope) {
    return switch (phase(volume)) {
      case "Failed" -> true;
      case "Released" ->
          RETAIN.equals(policy(volume))
              || !Times.of(since(volume)).plus(scope.staleAfter()).isAfter(now);
      default -> false;
    };
  }

  private static Orphan orphan(PersistentVolume volume) {
    String claim = volume.getSpec().getClaimRef().getName();
    String name = volume.getMetadata().getName();
    String left =
        RETAIN.equals(policy(volume))
            ? "its class retains the bytes (Retain)"
            : "the driver has not deleted it ("
                + policy(volume)
                + "): see kubectl describe pv "
                + name;
    return Orphans.of(
        AuditKind.DATA_WITHOUT_RECORD,
        volume,
        since(volume),
        phase(volume) + ": its claim " + claim + " is gone, and " + left + bytes(volume),
        AuditAction.byHand(
            RETAIN.equals(policy(volume))
                ? "to use the bytes, take its claimRef off and adopt the PersistentVolume; to give"
                    + " them up, let the driver delete them: kubectl patch"
                    + " pv "
                    + name
                    + " -p '{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Delete\"}}'"
                : "ask the administrator of the driver why it does not delete it"));
  }

  /** Which image or folder of the backend it is. */
  private static String bytes(PersistentVolume volume) {
    CSIPersistentVolumeSource csi = volume.getSpec().getCsi();
    return csi == null ? "" : "; " + csi.getDriver() + " keeps them as " + csi.getVolumeHandle();
  }

  private static String phase(PersistentVolume volume) {
    return volume.getStatus() == null || volume.getStatus().getPhase() == null
        ? ""
        : volume.getStatus().getPhase();
  }

  private static String policy(PersistentVolume volume) {
    String policy = volume.getSpec().getPersistentVolumeReclaimPolicy();
    return policy == null ? RETAIN : policy;
  }

  private static String since(PersistentVolume volume) {
    String at = volume.getStatus().getLastPhaseTransitionTime();
    return at == null ? volume.getMetadata().getCreationTimestamp() : at;
  }
}
