package dev.mooring.internal.attach;

import dev.mooring.error.Holder;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Settling;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Claim;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes and gives up the claims of drives, by compare-and-swap on their records. */
final class Claims {
  private Claims() {}

  /**
   * The answer of a claim.
   *
   * @param drive the drive as it is now; empty when it is gone or another one
   * @param refused why it was refused; empty when it is claimed
   * @param holders who holds it
   */
  record Answer(Optional<VolumeRecord> drive, String refused, List<Holder> holders) {
    boolean claimed() {
      return refused.isEmpty();
    }

    static Answer refused(String why) {
      return new Answer(Optional.empty(), why, List.of());
    }
  }

  /** Claims a drive for a target's life, unless a living holder has it. Repeatable. */
  static Answer claim(RegionSession session, TargetRecord target, TargetMount mount) {
    for (int attempt = 0; attempt < 64; attempt++) {
      Optional<VolumeRecord> found =
          session
              .volumes()
              .get(mount.volumeKey())
              .filter(r -> r.spec().id().equals(mount.volumeId()));
      if (found.isEmpty()) {
        return Answer.refused("drive/" + mount.name() + " is gone");
      }
      VolumeRecord drive = found.get();
      if (isMine(drive, target)) {
        return new Answer(found, "", List.of());
      }
      if (drive.deleting()
          || drive.trash() != null
          || drive.running(OperationType.DELETE).isPresent()) {
        return Answer.refused(drive.resource() + " is being deleted");
      }
      Optional<Held> holder = Liveness.ofDrive(session, drive).filter(Held::live);
      if (holder.isPresent()) {
        return inUse(drive, List.of(holder.get().holder()));
      }
      List<Holder> strangers = strangers(session, drive, target);
      if (!strangers.isEmpty()) {
        return inUse(drive, strangers);
      }
      Instant now = session.now();
      Claim claim = new Claim(target.key(), target.target().toString(), target.token(), now);
      Optional<VolumeRecord> stored =
          session.volumes().swap(Settling.settle(drive, now).withClaim(claim));
      if (stored.isPresent()) {
        drive
            .holder()
            .filter(old -> !old.token().equals(target.token()))
            .ifPresent(
                old -> Tidy.forget(session, old.targetKey(), old.token(), mount.volumeKey()));
        return verified(session, target, stored.get());
      }
    }
    return Answer.refused("drive/" + mount.name() + " was changed by others all the time");
  }

  /** After the swap the users are listed again: somebody may have started without a claim. */
  private static Answer verified(RegionSession session, TargetRecord target, VolumeRecord drive) {
    List<Holder> strangers = strangers(session, drive, target);
    if (strangers.isEmpty()) {
      return new Answer(Optional.of(drive), "", List.of());
    }
    release(session, target, drive.key());
    return inUse(drive, strangers);
  }

  /** Gives up a claim of this target's life; does nothing when it is not there. */
  static void release(RegionSession session, TargetRecord target, String volumeKey) {
    session
        .volumes()
        .get(volumeKey)
        .ifPresent(
            drive ->
                Records.update(
                    session.volumes(),
                    drive,
                    current ->
                        isMine(current, target) && !current.deleting()
                            ? Optional.of(Settling.settle(current, session.now()).withClaim(null))
                            : Optional.empty()));
  }

  private static boolean isMine(VolumeRecord drive, TargetRecord target) {
    return drive
        .holder()
        .filter(c -> c.targetKey().equals(target.key()) && c.token().equals(target.token()))
        .isPresent();
  }

  /** Active users that are not the target's own present life. */
  private static List<Holder> strangers(
      RegionSession session, VolumeRecord drive, TargetRecord target) {
    List<Holder> strangers = new ArrayList<>();
    for (VolumeUser user : Usage.users(session, drive)) {
      if (user.active() && !target.token().equals(user.token())) {
        strangers.add(Usage.holder(user));
      }
    }
    return strangers;
  }

  private static Answer inUse(VolumeRecord drive, List<Holder> holders) {
    return new Answer(
        Optional.of(drive),
        drive.resource()
            + " is held by "
            + String.join(", ", holders.stream().map(Holder::toString).toList()),
        holders);
  }
}
