package dev.mooring.cli.internal.option;

import dev.mooring.StorageClient;
import dev.mooring.cli.internal.Cli;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.sized.SizedVolumes;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.function.Function;

/**
 * A kind of volumes, as commands name it.
 *
 * @param kind the kind
 * @param many several of them
 * @param words what they are
 * @param volumes a client's volumes of the kind
 * @param requests a bare request
 */
public record Noun<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>(
    VolumeKind kind,
    String many,
    String words,
    Function<StorageClient, SizedVolumes<V, C>> volumes,
    Function<String, C> requests) {
  /** Cloud drives. */
  public static final Noun<CloudDrive, CreateDrive> DRIVE =
      new Noun<>(
          VolumeKind.DRIVE,
          "drives",
          "cloud drives: block storage with one writer",
          StorageClient::cloudDrives,
          CreateDrive::named);

  /** Shared filesystems. */
  public static final Noun<SharedFilesystem, CreateFilesystem> FILESYSTEM =
      new Noun<>(
          VolumeKind.FILESYSTEM,
          "filesystems",
          "shared filesystems: many writers",
          StorageClient::filesystems,
          CreateFilesystem::named);

  /** A client's volumes of the kind. */
  public SizedVolumes<V, C> in(StorageClient client) {
    return volumes.apply(client);
  }

  /** A bare request. */
  public C request(String name) {
    return requests.apply(name);
  }

  /** The name in {@code NAME} or {@code KIND/NAME}. */
  public String name(String verb, String text) {
    Reading reading = new Reading();
    VolumeRef ref = reading.volume("name", text).orElse(VolumeRef.named(text));
    if (ref.kindIfGiven().filter(other -> other != kind).isPresent()) {
      reading.wrong("name", "'" + text + "' is none of the " + many);
    }
    reading.check(verb, text);
    return ref.name();
  }

  /**
   * The volume.
   *
   * @throws NotFoundException when there is none, or none in the region asked for
   */
  public V named(Cli cli, String verb, String text) {
    V volume = in(cli.storage()).named(name(verb, text));
    String region = cli.region();
    if (region != null && !region.equals(volume.region())) {
      throw new NotFoundException(
          Problem.tried(verb)
              .on(volume.ref().toString())
              .in(region)
              .because("it is in " + volume.region())
              .hint("leave --region away: names are unique in the account"));
    }
    return volume;
  }
}
