package dev.mooring.filesystem;

import dev.mooring.sized.SizedVolume;

/**
 * A shared filesystem: many writers, in any number of targets, which see each other's files.
 * Thread-safe.
 */
public interface SharedFilesystem extends SizedVolume<SharedFilesystem> {}
