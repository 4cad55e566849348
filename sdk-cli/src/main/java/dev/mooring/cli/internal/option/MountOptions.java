package dev.mooring.cli.internal.option;

import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.TrainingLayout;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      names = "--create-fs",
      paramLabel = "NAME:SIZE:PATH",
      description = "create a filesystem, unless it exists alike, and mount it; repeatable")
  private List<String> newFilesystems = List.of();

  @Option(
      names = "--training",
      paramLabel = "DATASETS[:SIZE],CHECKPOINTS[:SIZE],SCRATCH",
      description =
          "mount two filesystems at /datasets (read-only) and /checkpoints, and add scratch space"
              + " at /scratch; with sizes those that are missing are created")
  private @Nullable String training;

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
      result = add(result, reading, "createDrive[" + i + "]", newDrives.get(i), true);
    }
    for (int i = 0; i < newFilesystems.size(); i++) {
      result = add(result, reading, "createFilesystem[" + i + "]", newFilesystems.get(i), false);
    }
    if (training != null) {
      Optional<TrainingLayout> layout = TrainingArgument.read(reading, "training", training);
      result = layout.isPresent() ? result.trainingLayout(layout.get()) : result;
    }
    for (int i = 0; i < scratch.size(); i++) {
      result = addScratch(result, reading, "scratch[" + i + "]", scratch.get(i));
    }
    return result;
  }

  private static LaunchRequest add(
      LaunchRequest request, Reading reading, String field, String text, boolean drive) {
    String[] parts = text.split(":", 3);
    if (parts.length < 3) {
      reading.wrong(field, "must be NAME:SIZE:PATH, like scratch-db:50GB:/db");
      return request;
    }
    Optional<Capacity> size = reading.size(field, parts[1]);
    if (size.isEmpty()) {
      return request;
    }
    return drive
        ? request.createDrive(parts[0], size.get(), parts[2])
        : request.createFilesystem(parts[0], size.get(), parts[2]);
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
