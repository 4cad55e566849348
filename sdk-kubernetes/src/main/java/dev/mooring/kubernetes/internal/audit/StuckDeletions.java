package dev.mooring.kubernetes.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that were deleted long ago and are there still. Their finalizers say who has not done its
 * part; taking one away would leave bytes behind, so that nothing here ever does.
 */
final class StuckDeletions implements OrphanFinder {
  @Override
  public List<Orphan> find(Inventory inventory, Scope scope) {
    Instant now = inventory.place().api().clock().now();
    String account = inventory.place().account();
    List<HasMetadata> own = new ArrayList<>();
    inventory.claims().items().stream().filter(c -> Marks.isOf(c, account)).forEach(own::add);
    own.addAll(inventory.configMaps().items());
    own.addAll(inventory.snapshots().items());
    inventory.volumes().items().stream()
        .filter(volume -> OwnVolumes.isOwn(inventory.place(), volume, scope))
        .forEach(own::add);
    Finalizers finalizers = new Finalizers(inventory.place());
    return own.stream()
        .filter(object -> isStuck(object.getMetadata(), now, scope))
        .map(object -> orphan(object, finalizers))
        .toList();
  }

  private static boolean isStuck(ObjectMeta meta, Instant now, Scope scope) {
    return meta.getDeletionTimestamp() != null
        && !Times.of(meta.getDeletionTimestamp()).plus(scope.staleAfter()).isAfter(now)
        && meta.getFinalizers() != null
        && !meta.getFinalizers().isEmpty();
  }

  private static Orphan orphan(HasMetadata object, Finalizers finalizers) {
    List<String> names = object.getMetadata().getFinalizers();
    String at = object.getMetadata().getDeletionTimestamp();
    return Orphans.of(
        AuditKind.STUCK_DELETION,
        object,
        at,
        "deleted at " + at + ", and kept by " + String.join(", ", names),
        AuditAction.byHand(finalizers.whoActs(object, names)));
  }
}
