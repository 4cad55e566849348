package dev.mooring.internal.drive;

import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CloudDrives;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.operation.Plan;
import dev.mooring.volume.VolumeFilter;
import dev.mooring.volume.VolumeKind;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The account's drives, over all regions. */
public final class DefaultCloudDrives implements CloudDrives {
  private final Sessions sessions;
  private final DriveCreator creator;

  /** The drives of these regions. */
  public DefaultCloudDrives(Sessions sessions) {
    this.sessions = sessions;
    this.creator = new DriveCreator(sessions);
  }

  @Override
  public CloudDrive create(CreateDrive request) {
    return creator.create(request);
  }

  @Override
  public CloudDrive create(String name, UnaryOperator<CreateDrive> options) {
    return create(options.apply(CreateDrive.named(name)));
  }

  @Override
  public Plan<CloudDrive> plan(CreateDrive request) {
    return DrivePlan.of(sessions, creator, request);
  }

  @Override
  public CloudDrive named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("find")
                        .on("drive/" + Shown.plain(name))
                        .because("the account has no drive of this name")
                        .hint("list the drives to see those it has")));
  }

  @Override
  public Optional<CloudDrive> find(String name) {
    return VolumeFinder.find(sessions, VolumeKind.DRIVE, name)
        .map(found -> new DriveHandle(sessions, found.session(), found.view()));
  }

  @Override
  public Stream<CloudDrive> list() {
    return list(VolumeFilter.where());
  }

  @Override
  public Stream<CloudDrive> list(VolumeFilter filter) {
    Stream<RegionSession> regions =
        filter.region().isPresent()
            ? Stream.of(sessions.require(filter.region().get(), "list drives"))
            : sessions.all().stream();
    return regions.flatMap(
        session ->
            VolumeListing.of(session, VolumeKind.DRIVE, filter)
                .map(view -> new DriveHandle(sessions, session, view)));
  }
}
