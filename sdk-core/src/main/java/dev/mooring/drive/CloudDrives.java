package dev.mooring.drive;

import dev.mooring.sized.SizedVolumes;

/** The account's cloud drives. Thread-safe. */
public interface CloudDrives extends SizedVolumes<CloudDrive, CreateDrive> {}
