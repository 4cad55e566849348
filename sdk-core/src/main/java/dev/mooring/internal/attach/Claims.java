package dev.mooring.internal.attach;

import dev.mooring.attachment.MountState;
import dev.mooring.error.Holder;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.spi.Claim;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes and gives up the claims of drives, by compare-and-swap on their records. What has many
 * writers needs no claim: it only must be there, and not on its way out.
 */
final class Claims {
  private Claims() {}

  /**
   * The answer of a claim.
   *
   * @param volume the volume as it is now; empty when it is gone or another one
   * @param refused why it was refused; empty when it is claimed
   * @param holders who holds it
   */
  record Answer(Optional<VolumeRecord> volume, String refused, List<Holder> holders) {
    boolean claimed() {
      return refused.isEmpty();
    }

    static Answer refused(String why) {
      return new Answer(Optional.empty(), why, List.of());
    }
  }

  /** Claims a volume for a target's life, unless a living holder has it. Repeatable. */
  static Answer claim(RegionSession session, TargetRecord target, TargetMount mount) {
    return mount.kind() == VolumeKind.DRIVE
        ? claimDrive(session, target, mount)
        : join(session, mount);
  }

  /**
   * The target's record names the mount already, and whoever deletes a volume says so before it
   * looks for such records: one of the two sees the other.
   */
  private static Answer join(RegionSession session, TargetMount mount) {
    // A deletion that looks for users only now finds this one, whoever goes on with it.
    Optional<VolumeRecord> found =
        volume(session, mount).flatMap(volume -> VolumeSteps.help(session, volume));
    if (found.filter(volume -> volume.spec().id().equals(mount.volumeId())).isEmpty()) {
      return Answer.refused(mount.volume() + " is gone");
    }
    return found.get().leaving()
        ? Answer.refused(mount.volume() + " is being deleted")
        : new Answer(found, "", List.of());
  }

  private static Optional<VolumeRecord> volume(RegionSession session, TargetMount mount) {
    return session
        .volumes()
        .get(mount.volumeKey())
        .filter(r -> r.spec().id().equals(mount.volumeId()));
  }

  private static Answer claimDrive(RegionSession session, TargetRecord target, TargetMount mount) {
    for (int attempt = 0; attempt < 64; attempt++) {
      Optional<VolumeRecord> found = volume(session, mount);
      if (found.isEmpty()) {
        return Answer.refused(mount.volume() + " is gone");
      }
      VolumeRecord drive = found.get();
      if (target.holds(mount, drive)) {
        // Whoever took it may have died before it looked for users.
        return mount.state() == MountState.ATTACHING
            ? verified(session, target, mount, drive)
            : new Answer(found, "", List.of());
      }
      if (drive.leaving()) {
        return Answer.refused(drive.resource() + " is being deleted");
      }
      Optional<Held> holder = Liveness.of(session, drive).stream().findFirst();
      if (holder.filter(Held::live).isPresent()) {
        return inUse(drive, List.of(holder.get().holder()));
      }
      List<Holder> strangers = strangers(session, drive, target);
      if (!strangers.isEmpty()) {
        if (Records.unchanged(session.volumes(), drive).isEmpty()) {
          continue; // Whoever took it between the two looks is named as its holder.
        }
        return inUse(drive, strangers);
      }
      // First the dead holder loses the mount, as it was judged: if it comes back meanwhile, then
      // either it sees that, or this fails and it is judged anew.
      if (holder.isPresent() && !Tidy.forget(session, holder.get().target(), drive.key())) {
        continue;
      }
      Claim claim =
          new Claim(target.key(), target.target().toString(), target.token(), mount.since());
      Optional<VolumeRecord> stored =
          session.volumes().swap(Settling.settle(drive, session.now()).withClaim(claim));
      if (stored.isPresent()) {
        return verified(session, target, mount, stored.get());
      }
    }
    return Answer.refused(mount.volume() + " was changed by others all the time");
  }

  /** After the swap the users are listed again: somebody may have started without a claim. */
  private static Answer verified(
      RegionSession session, TargetRecord target, TargetMount mount, VolumeRecord drive) {
    List<Holder> strangers = strangers(session, drive, target);
    if (strangers.isEmpty()) {
      return new Answer(Optional.of(drive), "", List.of());
    }
    release(session, target, mount);
    return inUse(drive, strangers);
  }

  /** Gives up the claim of this very mount; does nothing when it is not there, or needs none. */
  static void release(RegionSession session, TargetRecord target, TargetMount mount) {
    if (mount.kind() != VolumeKind.DRIVE) {
      return;
    }
    session
        .volumes()
        .get(mount.volumeKey())
        .ifPresent(
            drive ->
                Records.update(
                    session.volumes(),
                    drive,
                    current ->
                        target.holds(mount, current) && !current.deleting()
                            ? Optional.of(Settling.settle(current, session.now()).withClaim(null))
                            : Optional.empty()));
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
