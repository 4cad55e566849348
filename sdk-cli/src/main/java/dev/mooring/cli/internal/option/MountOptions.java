package dev.mooring.cli.internal.option;

import dev.mooring.attachment.LaunchRequest;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The volumes of a launch. */
public final class MountOptions {
  @Option(
      names = "--mount",
      paramLabel = "NAME[:PATH][:ro]",
      description = "mount a volume, at its default path unless one is given; repeatable")
  private List<String> mounts = List.of();

  @Option(
      names = "--create-drive",
      paramLabel = "NAME:SIZE:PATH",
      description = "create a drive, unless it exists alike, and mount it; repeatable")
  private List<String> newDrives = List.of();

  @Option(
      names = "--scratch",
      paramLabel = "SIZE:PATH",
      description = "add scratch space, gone with the target; repeatable")
  private List<String> scratch = List.of();

  /** Adds all volumes to a request; what cannot be read is left out and noted. */
  public LaunchRequest addTo(LaunchRequest request, Reading reading) {
    LaunchRequest result = request;
    for (int i = 0; i < mounts.size(); i++) {
      Optional<MountArgument> mount =
          MountArgument.read(reading, "mounts[" + i + "]", mounts.get(i));
      result = mount.isPresent() ? mount.get().addTo(result) : result;
    }
    for (int i = 0; i < newDrives.size(); i++) {
      result = addDrive(result, reading, "createDrive[" + i + "]", newDrives.get(i));
    }
    for (int i = 0; i < scratch.size(); i++) {
      result = addScratch(result, reading, "scratch[" + i + "]", scratch.get(i));
    }
    return result;
  }

  private static LaunchRequest addDrive(
      LaunchRequest request, Reading reading, String field, String text) {
    String[] parts = text.split(":", 3);
    if (parts.length < 3) {
      reading.wrong(field, "must be NAME:SIZE:PATH, like scratch-db:50GB:/db");
      return request;
    }
    Optional<Capacity> size = reading.size(field, parts[1]);
    return size.isEmpty() ? request : request.createDrive(parts[0], size.get(), parts[2]);
  }

  private static LaunchRequest addScratch(
      LaunchRequest request, Reading reading, String field, String text) {
    String[] parts = text.split(":", 2);
    if (parts.length < 2) {
      reading.wrong(field, "must be SIZE:PATH, like 20GiB:/scratch");
      return request;
    }
    Optional<Capacity> size = reading.size(field, parts[0]);
    return size.isEmpty() ? request : request.scratch(size.get(), parts[1]);
  }

  /** The first volume that is mounted and exists already, when it can be read. */
  public Optional<VolumeRef> firstVolume() {
    return mounts.stream()
        .findFirst()
        .flatMap(text -> MountArgument.read(new Reading(), "mounts", text))
        .map(MountArgument::volume);
  }
}
