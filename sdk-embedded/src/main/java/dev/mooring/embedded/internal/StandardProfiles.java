package dev.mooring.embedded.internal;

import dev.mooring.profile.Profile;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.util.List;

/** What an embedded region offers unless it is told otherwise. */
public final class StandardProfiles {
  /** The profiles, each the default of its kind. */
  public static final List<Profile> ALL =
      List.of(
          Profile.of("block", VolumeKind.DRIVE, "fast-rwo").asDefault(),
          Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
              .withMountPath(new MountPath("/shared"))
              .asDefault(),
          Profile.of("object", VolumeKind.OBJECT, "object").asDefault());

  private StandardProfiles() {}
}
