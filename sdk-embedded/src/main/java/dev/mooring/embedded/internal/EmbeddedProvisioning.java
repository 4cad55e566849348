package dev.mooring.embedded.internal;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Growth;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.Profile;
import dev.mooring.profile.Support;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Remains;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes volumes in two steps, each of which is done before the record says so: the folder, then its
 * durability.
 */
final class EmbeddedProvisioning implements Provisioning {
  private static final String NO_OBJECTS =
      "the embedded backend has no object volumes: it lacks the capability OBJECTS";

  private static final Features FEATURES =
      new Features(
          "folders",
          null,
          List.of(),
          Growth.ONLINE,
          Support.YES,
          Support.YES,
          SizeEnforcement.NONE,
          List.of(
              "a mount is a symbolic link to its folder, so that .. leads elsewhere",
              "a read-only mount can be written to"),
          "folder");

  private final BackendContext context;
  private final Layout layout;
  private final VolumeFolders folders;
  private final SnapshotFolders snapshots;
  private final Tidying tidying;
  private final Copying copying;

  EmbeddedProvisioning(
      BackendContext context,
      Layout layout,
      VolumeFolders folders,
      SnapshotFolders snapshots,
      Tidying tidying) {
    this.context = context;
    this.layout = layout;
    this.folders = folders;
    this.snapshots = snapshots;
    this.tidying = tidying;
    this.copying = new Copying(context.clock());
  }

  @Override
  public Feasibility check(Profile profile, VolumeSpec spec) {
    List<Violation> violations = new ArrayList<>();
    if (spec.kind() == VolumeKind.OBJECT) {
      violations.add(Violation.of("kind", NO_OBJECTS).as(ErrorCode.UNSUPPORTED));
    }
    return new Feasibility(spec.resolved(null, null), SizeEnforcement.NONE, violations, List.of());
  }

  @Override
  public Optional<VolumeRecord> advance(VolumeRecord record) {
    if (record.deleting()) {
      return Optional.empty();
    }
    try {
      return switch (record.provisioned().state()) {
        case PENDING -> Optional.of(make(record));
        case PROVISIONING -> Optional.of(seal(record));
        default -> Optional.empty();
      };
    } catch (IOException e) {
      throw FileErrors.translate(problem("create", record), e);
    }
  }

  private VolumeRecord make(VolumeRecord record) throws IOException {
    VolumeId id = record.spec().id();
    Optional<SourceSpec> source = record.spec().madeFrom();
    if (source.isPresent()) {
      Path bytes = bytes(source.get());
      return record.withProvisioned(
          copying.advance(record.provisioned(), folders, id, bytes, source.get().asked()));
    }
    folders.make(id);
    return record.withProvisioned(record.provisioned().to(ProvisioningState.PROVISIONING, now()));
  }

  private Path bytes(SourceSpec source) throws IOException {
    return source.isSnapshot()
        ? snapshots.place(new SnapshotId(source.id()))
        : folders.place(new VolumeId(source.id()));
  }

  private VolumeRecord seal(VolumeRecord record) throws IOException {
    Optional<Path> data = folders.seal(record.spec());
    if (data.isEmpty()) {
      // Deleted meanwhile: then the commit of this answer fails. Otherwise it is made again.
      return record.withProvisioned(record.provisioned().to(ProvisioningState.PENDING, now()));
    }
    return record.withProvisioned(
        record
            .provisioned()
            .to(ProvisioningState.AVAILABLE, now())
            .gave(
                record.spec().sizeBytes(),
                SizeEnforcement.NONE,
                Map.of("path", data.get().toString(), "root", layout.root().toString())));
  }

  private Instant now() {
    return context.clock().instant();
  }

  @Override
  public void destroy(VolumeRecord record) {
    try {
      folders.destroy(record.spec().id());
    } catch (IOException e) {
      throw FileErrors.translate(problem("delete", record), e);
    }
    tidying.afterVolume();
  }

  @Override
  public Remains remains(VolumeRecord record) {
    try {
      VolumeId id = record.spec().id();
      tidying.unmarked(id);
      Path folder = folders.folder(id);
      return Layout.isThere(folder)
          ? new Remains(Remains.Fate.GOING, "folder " + folder, "")
          : Remains.nothing();
    } catch (IOException e) {
      throw FileErrors.translate(problem("look after", record), e);
    }
  }

  @Override
  public Availability availability(Profile profile) {
    return profile.kind() == VolumeKind.OBJECT
        ? Availability.unavailable(Obstacle.Cause.FEATURE, NO_OBJECTS)
        : Availability.available();
  }

  @Override
  public Features features(Profile profile) {
    return profile.kind() == VolumeKind.OBJECT ? Features.unknown() : FEATURES;
  }

  @Override
  public Optional<AccessMode> accessMode(Profile profile) {
    return Optional.empty();
  }

  private Problem problem(String verb, VolumeRecord record) {
    return Problem.tried(verb).on(record.resource()).in(context.region());
  }
}
