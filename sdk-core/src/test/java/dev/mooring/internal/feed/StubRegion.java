package dev.mooring.internal.feed;

import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.watch.FakePacer;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.region.Probe;
import dev.mooring.spi.Ability;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A region over two scripted stores, in a time that passes only while somebody waits. */
final class StubRegion implements StorageBackend {
  static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

  final StubStore<VolumeRecord> volumes = new StubStore<>();
  final StubStore<TargetRecord> targets = new StubStore<>();
  final FakePacer pacer = new FakePacer();
  final RegionSession session =
      new RegionSession(
          "here",
          "acme",
          "stub",
          RegionConfiguration.of(new Stub()),
          this,
          pacer,
          (here, gone) -> {});
  final RegionFeed feed = new RegionFeed(session, pacer, work -> {});

  /** A configured backend that is never connected. */
  private record Stub() implements Backend {
    @Override
    public String id() {
      return "stub";
    }

    @Override
    public StorageBackend connect(BackendContext context) {
      throw new AssertionError("nobody connects it");
    }

    @Override
    public List<Profile> standardProfiles() {
      return List.of();
    }

    @Override
    public Map<String, String> describe() {
      return Map.of();
    }
  }

  /** A drive of a size, which is kept under its name. */
  static VolumeRecord drive(VolumeId id, String name, long bytes) {
    VolumeSpec spec =
        new VolumeSpec(
            id,
            "acme",
            VolumeKind.DRIVE,
            name,
            Owner.user("ana"),
            "here",
            "block",
            bytes,
            null,
            null,
            null,
            null,
            Labels.none());
    OperationRecord creation =
        OperationRecord.start(
            OperationId.random("here", "drive", name, OperationType.CREATE),
            OperationType.CREATE,
            BEGIN);
    return VolumeRecord.draft(name, spec, creation).stored("1", BEGIN);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public StubStore<VolumeRecord> volumes() {
    return volumes;
  }

  @Override
  public StubStore<TargetRecord> targets() {
    return targets;
  }

  @Override
  public <A extends Ability> Optional<A> ability(Class<A> type) {
    return Optional.empty();
  }

  @Override
  public Instant now() {
    return BEGIN.plusNanos(pacer.nanos());
  }

  @Override
  public StorageBackend as(Owner owner) {
    return this;
  }

  @Override
  public List<Probe> probe() {
    return List.of();
  }

  @Override
  public void tidy() {}

  @Override
  public void close() {}
}
