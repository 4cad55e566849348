package dev.mooring.attachment;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import java.util.Objects;

/**
 * Scratch space of a launch: empty at the start, and gone with the target.
 *
 * @param size how much of it may be used, at least 1 GB; enforced on Kubernetes only
 * @param path where it appears
 */
public record ScratchMount(Capacity size, MountPath path) {
  /** Checks that nothing is missing. */
  public ScratchMount {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(path, "path");
  }
}
