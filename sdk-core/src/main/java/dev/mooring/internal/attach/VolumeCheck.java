package dev.mooring.internal.attach;

import dev.mooring.attachment.Target;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Holder;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeFinder.Found;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.Warning;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeKind;
import java.util.List;
import java.util.Optional;

/** Checks whether an existing volume can be attached to a target. */
record VolumeCheck(
    RegionSession session,
    Target target,
    String field,
    Violations violations,
    List<Warning> warnings,
    List<Holder> holders) {

  void volume(Found found) {
    VolumeRecord record = found.view().record();
    String resource = record.resource();
    if (found.session() != session) {
      violations.add(
          field + ".volume",
          resource
              + " lives in region "
              + found.session().name()
              + ", the target in "
              + session.name());
      return;
    }
    if (record.leaving()) {
      violations.add(
          Violation.of(field + ".volume", resource + " " + Fates.leaving(record))
              .as(ErrorCode.CONFLICT));
      return;
    }
    if (Settling.failed(record.provisioned())) {
      StatusReason why = record.provisioned().reason();
      violations.add(
          Violation.of(
                  field + ".volume",
                  resource
                      + " has failed"
                      + (why == null ? "" : ": " + why.reason() + ", " + why.raw()))
              .as(ErrorCode.CONFLICT));
    }
    if (record.spec().kind() != VolumeKind.DRIVE) {
      return;
    }
    holder(found, record);
    if (record.spec().accessMode() == AccessMode.READ_WRITE_ONCE) {
      warnings.add(
          new Warning(
              Warning.NOT_FENCED,
              resource,
              "access mode ReadWriteOnce lets several pods of one node write at once; "
                  + "choose a profile with ReadWriteOncePod to fence them"));
    }
  }

  private void holder(Found found, VolumeRecord record) {
    String key = Keys.target(record.spec().account(), target);
    Optional<Held> other = other(found.view(), key);
    List<Holder> users = other.isPresent() ? List.of() : users(record, key);
    if (!users.isEmpty()) {
      // Whoever took it between the two looks is named as its holder.
      other =
          session
              .volumes()
              .get(record.key())
              .flatMap(now -> other(VolumeView.unhelped(session, now), key));
    }
    for (Holder holder : other.map(held -> List.of(held.holder())).orElse(users)) {
      holders.add(holder);
      inUse(record, holder);
    }
  }

  /** Who else holds it. */
  private static Optional<Held> other(VolumeView view, String key) {
    return view.held().stream().filter(held -> !held.target().key().equals(key)).findFirst();
  }

  /** Who else uses it, claimed or not. */
  private List<Holder> users(VolumeRecord record, String key) {
    return Usage.users(session, record).stream()
        .filter(user -> user.active() && !key.equals(user.targetKey()))
        .map(Usage::holder)
        .toList();
  }

  private void inUse(VolumeRecord record, Holder holder) {
    violations.add(
        Violation.of(field + ".volume", record.resource() + " is held by " + holder)
            .as(ErrorCode.IN_USE));
  }
}
