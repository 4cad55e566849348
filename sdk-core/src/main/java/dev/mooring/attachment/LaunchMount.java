package dev.mooring.attachment;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume of a launch.
 *
 * @param volume kind and name
 * @param volumeId the id
 * @param path where it appears
 * @param readOnly whether it can only be read there
 * @param accessMode the access mode it was made with, or null when the backend has none
 * @param backendDetails where the backend keeps it: see {@link
 *     dev.mooring.volume.Volume#backendDetails()}
 * @param nodeSelector labels that the node of the target must have, by the volume's profile; empty
 *     when any node will do
 */
public record LaunchMount(
    VolumeRef volume,
    VolumeId volumeId,
    MountPath path,
    boolean readOnly,
    @Nullable AccessMode accessMode,
    Map<String, String> backendDetails,
    Map<String, String> nodeSelector) {
  /** Copies. */
  public LaunchMount {
    backendDetails = Map.copyOf(backendDetails);
    nodeSelector = Map.copyOf(nodeSelector);
  }

  /** A volume that any node will do for. */
  public LaunchMount(
      VolumeRef volume,
      VolumeId volumeId,
      MountPath path,
      boolean readOnly,
      @Nullable AccessMode accessMode,
      Map<String, String> backendDetails) {
    this(volume, volumeId, path, readOnly, accessMode, backendDetails, Map.of());
  }
}
