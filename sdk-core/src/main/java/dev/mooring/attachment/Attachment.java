package dev.mooring.attachment;

import dev.mooring.volume.MountPath;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param reason why its target has not mounted the volume although it should, in the backend's
 *     words, or null when nothing is known to stand against it
 */
public record Attachment(
    VolumeRef volume,
    VolumeId volumeId,
    Target target,
    MountPath path,
    boolean readOnly,
    MountState state,
    Instant since,
    boolean live,
    @Nullable StatusReason reason) {
  /** Checks that nothing is missing. */
  public Attachment {
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(volumeId, "volumeId");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
  }

  /** An attachment that nothing is known to stand against. */
  public Attachment(
      VolumeRef volume,
      VolumeId volumeId,
      Target target,
      MountPath path,
      boolean readOnly,
      MountState state,
      Instant since,
      boolean live) {
    this(volume, volumeId, target, path, readOnly, state, since, live, null);
  }

  /** Why its target has not mounted the volume; empty when nothing is known to stand against it. */
  public Optional<StatusReason> reasonIfSet() {
    return Optional.ofNullable(reason);
  }
}
