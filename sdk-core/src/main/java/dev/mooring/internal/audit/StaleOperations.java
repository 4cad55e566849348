package dev.mooring.internal.audit;

import dev.mooring.admin.AuditKind;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationEvent;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Operations that were begun, are not done, wait for nobody, and came no further for long. */
final class StaleOperations implements Auditor {
  @Override
  public List<Item> find(Look look) {
    RegionSession session = look.session();
    List<Item> items = new ArrayList<>();
    for (VolumeRecord volume : look.volumes()) {
      Waits.open(look, volume)
          .forEach(
              operation ->
                  add(
                      items,
                      look,
                      volume,
                      volume.resource(),
                      operation,
                      session.volumes(),
                      Help::volume));
    }
    for (TargetRecord target : look.targets()) {
      Waits.open(look, target)
          .forEach(
              operation ->
                  add(
                      items,
                      look,
                      target,
                      target.target().toString(),
                      operation,
                      session.targets(),
                      Help::target));
    }
    for (SnapshotRecord snapshot : look.snapshots()) {
      Waits.open(snapshot)
          .forEach(
              operation ->
                  add(
                      items,
                      look,
                      snapshot,
                      snapshot.resource(),
                      operation,
                      session.snapshots(),
                      Help::snapshot));
    }
    return items;
  }

  private static <R extends StoredRecord> void add(
      List<Item> items,
      Look look,
      R record,
      String resource,
      OperationRecord operation,
      RecordStore<R> store,
      BiFunction<RegionSession, R, Optional<R>> help) {
    Instant last = operation.last().map(OperationEvent::at).orElse(operation.startedAt());
    if (!look.stale(last)) {
      return;
    }
    String at = operation.last().map(event -> " after " + event.state()).orElse("");
    items.add(
        Item.automatic(
            look,
            AuditKind.STALE_OPERATION,
            resource,
            record.version() + " " + operation.id().value(),
            operation.startedAt(),
            operation.type().word() + " was begun, and came no further" + at,
            "does what is missing of the " + operation.type().word() + ", or undoes it",
            () -> {
              R current = Changed.same(look.session(), store, record, resource);
              Optional<R> after = help.apply(look.session(), current);
              return told(operation, after.flatMap(r -> r.operation(operation.id())));
            }));
  }

  private static String told(OperationRecord before, Optional<OperationRecord> after) {
    String word = before.type().word();
    if (after.isEmpty()) {
      return "the " + word + " is over";
    }
    return after.get().running()
        ? "the " + word + " is still under way: nothing more can be done for it here"
        : "the " + word + " has " + after.get().state().name().toLowerCase(Locale.ROOT);
  }
}
