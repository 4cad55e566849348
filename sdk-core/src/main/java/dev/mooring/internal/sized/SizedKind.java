package dev.mooring.internal.sized;

import dev.mooring.drive.CloudDrive;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.VolumeKind;

/**
 * What tells drives and filesystems apart, for the code that serves both.
 *
 * @param kind the kind
 * @param noun one of them, in messages
 * @param maker makes a handle
 * @param <V> the type of its volumes
 */
public record SizedKind<V extends SizedVolume<V>>(VolumeKind kind, String noun, Maker<V> maker) {
  /** Cloud drives. */
  public static final SizedKind<CloudDrive> DRIVE =
      new SizedKind<>(VolumeKind.DRIVE, "drive", DriveHandle::new);

  /** Shared filesystems. */
  public static final SizedKind<SharedFilesystem> FILESYSTEM =
      new SizedKind<>(VolumeKind.FILESYSTEM, "filesystem", FilesystemHandle::new);

  /** Makes a handle. */
  @FunctionalInterface
  public interface Maker<V extends SizedVolume<V>> {
    /** The handle of a volume as it was read. */
    V make(Sessions sessions, RegionSession session, VolumeView view);
  }

  /** The kind of a record's volume. */
  public static SizedKind<?> of(VolumeKind kind) {
    return switch (kind) {
      case DRIVE -> DRIVE;
      case FILESYSTEM -> FILESYSTEM;
      case OBJECT -> throw new IllegalArgumentException("an object volume has no size");
    };
  }

  V handle(Sessions sessions, RegionSession session, VolumeView view) {
    return maker.make(sessions, session, view);
  }

  /** Several of them, in messages. */
  String nouns() {
    return noun + "s";
  }
}
