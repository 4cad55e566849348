package dev.mooring.attachment;

import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.Objects;

/**
 * The fact that a volume is attached to a target.
 *
 * @param volume kind and name of the volume
 * @param volumeId the volume's id
 * @param target the target, with its region
 * @param path where the volume appears
 * @param readOnly whether it can only be read there
 * @param state how far the attachment is
 * @param since since when the target has it, UTC, by the backend's clock
 * @param live whether the target lives: an instance that was never started counts as live until its
 *     launch grace has passed
 */
public record Attachment(
    VolumeRef volume,
    VolumeId volumeId,
    Target target,
    MountPath path,
    boolean readOnly,
    MountState state,
    Instant since,
    boolean live) {
  /** Checks that nothing is missing. */
  public Attachment {
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(volumeId, "volumeId");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
  }
}
