package dev.mooring.drive;

import dev.mooring.sized.SizedVolume;

/**
 * A cloud drive: block storage with a filesystem and one writer. It is attached to at most one
 * target. Thread-safe.
 */
public interface CloudDrive extends SizedVolume<CloudDrive> {}
