package dev.mooring.embedded.internal;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes volumes in two steps, each of which is done before the record says so: the folder, then its
 * durability.
 */
final class EmbeddedProvisioning implements Provisioning {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedProvisioning.class);

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
  private final Stores stores;
  private final VolumeFolders folders;
  private final SnapshotFolders snapshots;
  private final InstanceFolders instances;
  private final Drafts drafts;
  private final Trash trash;
  private final Copying copying;
  private final AtomicBoolean swept = new AtomicBoolean();

  EmbeddedProvisioning(
      BackendContext context,
      Layout layout,
      Stores stores,
      VolumeFolders folders,
      SnapshotFolders snapshots,
      InstanceFolders instances,
      Drafts drafts,
      Trash trash) {
    this.context = context;
    this.layout = layout;
    this.stores = stores;
    this.folders = folders;
    this.snapshots = snapshots;
    this.drafts = drafts;
    this.instances = instances;
    this.trash = trash;
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
    tidy();
  }

  @Override
  public Remains remains(VolumeRecord record) {
    try {
      VolumeId id = record.spec().id();
      sweepUnmarked(id);
      Path folder = folders.folder(id);
      return Layout.isThere(folder)
          ? new Remains(Remains.Fate.GOING, "folder " + folder, "")
          : Remains.nothing();
    } catch (IOException e) {
      throw FileErrors.translate(problem("look after", record), e);
    }
  }

  /** Removes what others left: a help, which must not stop a deletion that is done. */
  private void tidy() {
    try {
      trash.sweep();
      drafts.sweep();
      instances.sweepUnfinished();
      instances.removeEmpty();
      if (!swept.get()) {
        sweepUnmarked();
        swept.set(true);
      }
    } catch (IOException | StorageException e) {
      LOG.warn("{} could not be tidied: {}", layout.location(), e.toString());
    }
  }

  /** Folders that a helper made just before it died, of volumes that are gone. */
  private void sweepUnmarked() throws IOException {
    for (VolumeId id : folders.unmarked()) {
      sweepUnmarked(id);
    }
  }

  /** A helper that comes late takes away what it made, unless it dies before. */
  private void sweepUnmarked(VolumeId id) throws IOException {
    if (!folders.marked(id) && !stores.knows(id)) {
      folders.destroy(id);
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
