package dev.mooring.internal.attach;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TrainingLayout;
import dev.mooring.internal.region.Sessions;
import dev.mooring.operation.Plan;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The wishes of a launch, collected. */
public record DefaultLaunchRequest(
    Sessions sessions,
    Mountables volumes,
    Target target,
    List<MountAsk> mounts,
    List<ScratchAsk> scratches)
    implements LaunchRequest {
  /** Copies. */
  public DefaultLaunchRequest {
    Objects.requireNonNull(target, "target");
    mounts = List.copyOf(mounts);
    scratches = List.copyOf(scratches);
  }

  /** Nothing wished yet. */
  public static DefaultLaunchRequest of(Sessions sessions, Mountables volumes, Target target) {
    return new DefaultLaunchRequest(sessions, volumes, target, List.of(), List.of());
  }

  private DefaultLaunchRequest with(
      VolumeRef volume, @Nullable String path, boolean readOnly, @Nullable Capacity size) {
    return with(new MountAsk(volume, path, readOnly, size, false));
  }

  private DefaultLaunchRequest with(MountAsk ask) {
    List<MountAsk> more = new ArrayList<>(mounts);
    more.add(ask);
    return new DefaultLaunchRequest(sessions, volumes, target, more, scratches);
  }

  @Override
  public LaunchRequest mount(Volume volume) {
    return with(volume.ref(), null, false, null);
  }

  @Override
  public LaunchRequest mount(Volume volume, String path) {
    return with(volume.ref(), path, false, null);
  }

  @Override
  public LaunchRequest mount(String name) {
    return with(VolumeRef.named(name), null, false, null);
  }

  @Override
  public LaunchRequest mount(String name, String path) {
    return with(VolumeRef.named(name), path, false, null);
  }

  @Override
  public LaunchRequest mount(VolumeRef volume) {
    return with(volume, null, false, null);
  }

  @Override
  public LaunchRequest mount(VolumeRef volume, String path) {
    return with(volume, path, false, null);
  }

  @Override
  public LaunchRequest mountReadOnly(VolumeRef volume, String path) {
    return with(volume, path, true, null);
  }

  @Override
  public LaunchRequest mountReadOnly(VolumeRef volume) {
    return with(volume, null, true, null);
  }

  @Override
  public LaunchRequest createDrive(String name, Capacity size, String path) {
    return with(VolumeRef.drive(name), path, false, size);
  }

  @Override
  public LaunchRequest createFilesystem(String name, Capacity size, String path) {
    return with(VolumeRef.fs(name), path, false, size);
  }

  @Override
  public LaunchRequest trainingLayout(TrainingLayout layout) {
    return with(new MountAsk(
            layout.datasets(),
            layout.datasetsPath(),
            layout.readOnly(),
            layout.createDatasets(),
            true))
        .with(
            new MountAsk(
                layout.checkpoints(),
                layout.checkpointsPath(),
                false,
                layout.createCheckpoints(),
                true))
        .scratch(layout.scratch(), layout.scratchPath());
  }

  @Override
  public LaunchRequest scratch(Capacity size, String path) {
    List<ScratchAsk> more = new ArrayList<>(scratches);
    more.add(new ScratchAsk(size, path));
    return new DefaultLaunchRequest(sessions, volumes, target, mounts, more);
  }

  @Override
  public Plan<Launch> plan() {
    return new LaunchPlanner(sessions, volumes).plan(this);
  }
}
