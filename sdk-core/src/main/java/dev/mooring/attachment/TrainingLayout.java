package dev.mooring.attachment;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRef;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a training finds things: what it reads and what it keeps on filesystems that all its nodes
 * share, and scratch space that is fast, on each pod's own node, and gone with the job. Immutable.
 *
 * @param datasets the filesystem that it reads
 * @param checkpoints the filesystem where it keeps its states
 * @param scratch how much scratch space each pod has, at least 1 GB
 * @param datasetsPath where the datasets appear, {@code /datasets} unless set
 * @param checkpointsPath where the checkpoints appear, {@code /checkpoints} unless set
 * @param scratchPath where the scratch space appears, {@code /scratch} unless set
 * @param readOnly whether the datasets can only be read; true unless set
 * @param createDatasets the size of the datasets' filesystem where it is missing, or null to refuse
 *     then
 * @param createCheckpoints the size of the checkpoints' filesystem where it is missing, or null to
 *     refuse then
 */
public record TrainingLayout(
    VolumeRef datasets,
    VolumeRef checkpoints,
    Capacity scratch,
    String datasetsPath,
    String checkpointsPath,
    String scratchPath,
    boolean readOnly,
    @Nullable Capacity createDatasets,
    @Nullable Capacity createCheckpoints) {
  /** Checks that nothing is missing; a launch checks the rest. */
  public TrainingLayout {
    Objects.requireNonNull(datasets, "datasets");
    Objects.requireNonNull(checkpoints, "checkpoints");
    Objects.requireNonNull(scratch, "scratch");
    Objects.requireNonNull(datasetsPath, "datasetsPath");
    Objects.requireNonNull(checkpointsPath, "checkpointsPath");
    Objects.requireNonNull(scratchPath, "scratchPath");
  }

  /** A layout of two filesystems that exist, at the usual paths, with read-only datasets. */
  public static TrainingLayout of(String datasets, String checkpoints, Capacity scratch) {
    return new TrainingLayout(
        VolumeRef.fs(datasets),
        VolumeRef.fs(checkpoints),
        scratch,
        "/datasets",
        "/checkpoints",
        "/scratch",
        true,
        null,
        null);
  }

  /** The same, with datasets that the training may write, too. */
  public TrainingLayout writableDatasets() {
    return new TrainingLayout(
        datasets,
        checkpoints,
        scratch,
        datasetsPath,
        checkpointsPath,
        scratchPath,
        false,
        createDatasets,
        createCheckpoints);
  }

  /** The same, elsewhere. */
  public TrainingLayout at(String newDatasets, String newCheckpoints, String newScratch) {
    return new TrainingLayout(
        datasets,
        checkpoints,
        scratch,
        newDatasets,
        newCheckpoints,
        newScratch,
        readOnly,
        createDatasets,
        createCheckpoints);
  }

  /**
   * The same, where a filesystem that is missing is created from the region's default profile of
   * filesystems, with these sizes.
   */
  public TrainingLayout creating(Capacity datasetsSize, Capacity checkpointsSize) {
    return new TrainingLayout(
        datasets,
        checkpoints,
        scratch,
        datasetsPath,
        checkpointsPath,
        scratchPath,
        readOnly,
        Objects.requireNonNull(datasetsSize, "datasetsSize"),
        Objects.requireNonNull(checkpointsSize, "checkpointsSize"));
  }

  /** The size of the datasets' filesystem where it is missing; empty to refuse then. */
  public Optional<Capacity> createDatasetsIfSet() {
    return Optional.ofNullable(createDatasets);
  }

  /** The size of the checkpoints' filesystem where it is missing; empty to refuse then. */
  public Optional<Capacity> createCheckpointsIfSet() {
    return Optional.ofNullable(createCheckpoints);
  }
}
