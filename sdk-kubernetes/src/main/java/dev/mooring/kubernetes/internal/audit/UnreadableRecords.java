package dev.mooring.kubernetes.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.error.InternalException;
import dev.mooring.error.StorageException;
import dev.mooring.kubernetes.internal.claim.ClaimStore;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.TargetRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects that carry a part of what marks a record, and cannot be read as one. */
final class UnreadableRecords implements OrphanFinder {
  private final ClaimStore volumes;
  private final ObjectRecords<ConfigMap, TargetRecord> targets;

  UnreadableRecords(ClaimStore volumes, ObjectRecords<ConfigMap, TargetRecord> targets) {
    this.volumes = volumes;
    this.targets = targets;
  }

  @Override
  public List<Orphan> find(Inventory inventory, Scope scope) {
    List<Orphan> orphans = new ArrayList<>();
    for (PersistentVolumeClaim claim : inventory.claims().items()) {
      boolean partly = OwnMarks.hasAny(claim) && Marks.label(claim, Marks.SHARE) == null;
      if (partly && !Marks.isOf(claim, inventory.place().account())) {
        orphans.add(orphan(claim, "it has marks of Mooring, and none of an account"));
      } else if (partly) {
        unreadable(() -> volumes.glance(claim)).ifPresent(why -> orphans.add(orphan(claim, why)));
      }
    }
    for (ConfigMap map : inventory.configMaps().items()) {
      unreadable(() -> targets.record(map)).ifPresent(why -> orphans.add(orphan(map, why)));
    }
    inventory
        .snapshots()
        .items()
        .forEach(
            snapshot -> {
              String spec = Marks.annotation(snapshot, Marks.SNAPSHOT);
              unreadable(() -> RecordCodec.readSnapshotSpec(spec == null ? "" : spec))
                  .ifPresent(why -> orphans.add(orphan(snapshot, why)));
            });
    return orphans;
  }

  /** Reads a record. */
  private interface Attempt {
    Object read();
  }

  private static Optional<String> unreadable(Attempt attempt) {
    try {
      Object unused = attempt.read();
      return Optional.empty();
    } catch (InternalException e) {
      return Optional.of(reason(e));
    }
  }

  private static String reason(StorageException e) {
    return "no record can be read from it: " + e.problem().reason();
  }

  private static Orphan orphan(HasMetadata object, String words) {
    return Orphans.of(
        AuditKind.UNREADABLE_RECORD,
        object,
        object.getMetadata().getCreationTimestamp(),
        words,
        AuditAction.byHand(
            "give it its labels and annotations back as docs/kubernetes.md lists them, or take"
                + " all of them away to keep it as what is not Mooring's"));
  }
}
