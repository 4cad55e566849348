package dev.mooring.internal.attach;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRef;
import org.jspecify.annotations.Nullable;

/**
 * One wish of a launch request.
 *
 * @param volume the volume
 * @param path where it shall appear, or null for its default path
 * @param readOnly whether it shall only be read
 * @param createSize the size of a volume that is created if it is missing, or null; then its kind
 *     is given
 * @param anySize whether one that exists may have another size than that
 */
record MountAsk(
    VolumeRef volume,
    @Nullable String path,
    boolean readOnly,
    @Nullable Capacity createSize,
    boolean anySize) {}
