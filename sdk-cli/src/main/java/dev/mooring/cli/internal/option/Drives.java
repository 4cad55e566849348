package dev.mooring.cli.internal.option;

import dev.mooring.cli.internal.Cli;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;

/** Finds the drive that a command names. */
public final class Drives {
  private Drives() {}

  /** The name in {@code NAME} or {@code drive/NAME}. */
  public static String name(String verb, String text) {
    Reading reading = new Reading();
    VolumeRef ref = reading.volume("name", text).orElse(VolumeRef.named(text));
    if (ref.kindIfGiven().filter(kind -> kind != VolumeKind.DRIVE).isPresent()) {
      reading.wrong("name", "'" + text + "' is no drive");
    }
    reading.check(verb, text);
    return ref.name();
  }

  /**
   * The drive.
   *
   * @throws NotFoundException when there is none, or none in the region asked for
   */
  public static CloudDrive named(Cli cli, String verb, String text) {
    CloudDrive drive = cli.storage().cloudDrives().named(name(verb, text));
    String region = cli.region();
    if (region != null && !region.equals(drive.region())) {
      throw new NotFoundException(
          Problem.tried(verb)
              .on(drive.ref().toString())
              .in(region)
              .because("it is in " + drive.region())
              .hint("leave --region away: names are unique in the account"));
    }
    return drive;
  }
}
