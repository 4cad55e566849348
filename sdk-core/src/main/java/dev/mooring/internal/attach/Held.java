package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.error.Holder;
import dev.mooring.spi.Presence;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.StatusReason;
import java.util.Optional;

/**
 * A mount that counts: the target's record has it, and for a drive its claim says the same.
 *
 * @param target the target's record
 * @param mount the mount
 * @param region the region
 * @param live whether the target lives; the volume is free when it does not
 * @param presence what the backend saw of the target
 */
public record Held(
    TargetRecord target, TargetMount mount, String region, boolean live, Presence presence) {
  /** The fact, for users. */
  public Attachment attachment() {
    Target named = target.target().region(region);
    return new Attachment(
        mount.volume(),
        mount.volumeId(),
        named,
        mount.path(),
        mount.readOnly(),
        mount.state(),
        mount.since(),
        live,
        trouble().orElse(null));
  }

  /** Why the target has not mounted the volume; of one that is leaving nobody asks. */
  public Optional<StatusReason> trouble() {
    return mount.state() == MountState.DETACHING
        ? Optional.empty()
        : Optional.ofNullable(presence.troubles().get(mount.volumeKey()));
  }

  /** The holder, for errors. */
  public Holder holder() {
    String state = presence.exists() ? "running" : live ? "claimed, not started yet" : "gone";
    return new Holder(
        target.target().kind().word(), target.target().name(), state, mount.since(), live);
  }
}
