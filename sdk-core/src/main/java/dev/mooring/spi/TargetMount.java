package dev.mooring.spi;

import dev.mooring.attachment.MountState;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.Objects;

/**
 * A volume of a target.
 *
 * @param volumeKey key of the volume's record
 * @param volumeId the volume's id: a later volume of the same name is another one
 * @param kind the volume's kind
 * @param name the volume's name
 * @param path where it appears
 * @param readOnly whether it can only be read there
 * @param state how far the attachment is
 * @param since since when, by the backend's clock
 */
public record TargetMount(
    String volumeKey,
    VolumeId volumeId,
    VolumeKind kind,
    String name,
    MountPath path,
    boolean readOnly,
    MountState state,
    Instant since) {
  /** Checks that nothing is missing. */
  public TargetMount {
    Objects.requireNonNull(volumeKey, "volumeKey");
    Objects.requireNonNull(volumeId, "volumeId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
  }

  /** The volume's kind and name. */
  public VolumeRef volume() {
    return new VolumeRef(kind, name);
  }

  /** The same in another state. */
  public TargetMount to(MountState next) {
    return new TargetMount(volumeKey, volumeId, kind, name, path, readOnly, next, since);
  }
}
