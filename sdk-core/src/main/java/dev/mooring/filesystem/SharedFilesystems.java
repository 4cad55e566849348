package dev.mooring.filesystem;

import dev.mooring.sized.SizedVolumes;

/** The account's shared filesystems. Thread-safe. */
public interface SharedFilesystems extends SizedVolumes<SharedFilesystem, CreateFilesystem> {}
