package dev.mooring.testkit.memory;

import dev.mooring.access.Owner;
import dev.mooring.attachment.Target;
import dev.mooring.error.Violation;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Profile;
import dev.mooring.region.Probe;
import dev.mooring.spi.Ability;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Growth;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.Presence;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.Remains;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A backend whose records live in memory and whose bytes live below one folder. */
final class MemoryBackend implements Backend {
  static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.DRIVES,
          Capability.FILESYSTEMS,
          Capability.RESIZING,
          Capability.ATTACHING,
          Capability.INSTANCES,
          Capability.NAMES);
  static final Profile BLOCK = Profile.of("block", VolumeKind.DRIVE, "fast-rwo").asDefault();
  static final Profile SHARED =
      Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx").asDefault();

  private final Memory<VolumeRecord> volumes = new Memory<>();
  private final Memory<TargetRecord> targets = new Memory<>();
  private final Memory<NameRecord> names = new Memory<>();
  private final Memory<AccountRecord> accounts = new Memory<>();
  private final Path root;

  MemoryBackend(Path root) {
    this.root = root;
  }

  Path folder(String account) {
    return root.resolve(account);
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public StorageBackend connect(BackendContext context) {
    return new Connection(context);
  }

  @Override
  public List<Profile> standardProfiles() {
    return List.of(BLOCK, SHARED);
  }

  @Override
  public Map<String, String> describe() {
    return Map.of();
  }

  private final class Connection
      implements StorageBackend, Provisioning, Resizing, Attaching, Naming {
    private final BackendContext context;
    private final MemoryInstances instances;

    Connection(BackendContext context) {
      this.context = context;
      this.instances = new MemoryInstances(folder(context.account()), context.clock());
    }

    @Override
    public Set<Capability> capabilities() {
      return CAPABILITIES;
    }

    @Override
    public RecordStore<VolumeRecord> volumes() {
      return new MemoryStore<>(
          volumes, context.account(), context.quota(), context.clock(), VolumeRecord::stored);
    }

    @Override
    public RecordStore<TargetRecord> targets() {
      return new MemoryStore<>(
          targets, context.account(), null, context.clock(), TargetRecord::stored);
    }

    @Override
    public RecordStore<NameRecord> names() {
      return new MemoryStore<>(names, context.account(), null, context.clock(), NameRecord::stored);
    }

    @Override
    public RecordStore<AccountRecord> accounts() {
      return new MemoryStore<>(
          accounts, context.account(), null, context.clock(), AccountRecord::stored);
    }

    @Override
    public <A extends Ability> Optional<A> ability(Class<A> type) {
      return Stream.of(this, instances).filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public StorageBackend as(Owner owner) {
      return this;
    }

    @Override
    public Instant now() {
      return context.clock().instant();
    }

    @Override
    public List<Probe> probe() {
      return List.of(new Probe(context.region(), "memory", Probe.Outcome.OK, "it is there"));
    }

    @Override
    public void tidy() {
      List<Path> folders = instances.drives(); // first: a record is there before its folder is
      Set<String> known =
          volumes.change(
              context.account(),
              (records, tell) ->
                  records.values().stream()
                      .map(record -> record.spec().id().value())
                      .collect(Collectors.toSet()));
      folders.stream()
          .filter(folder -> !known.contains(folder.getFileName().toString()))
          .forEach(Folders::remove);
    }

    @Override
    public void close() {}

    @Override
    public Feasibility check(Profile profile, VolumeSpec spec) {
      Warning warning =
          new Warning(
              Warning.SIZE_NOT_ENFORCED,
              spec.kind().word() + "/" + spec.name(),
              "nothing stops it from growing");
      return new Feasibility(spec, SizeEnforcement.NONE, List.of(), List.of(warning));
    }

    @Override
    public List<Violation> check(VolumeRecord record, long sizeBytes) {
      return List.of();
    }

    @Override
    public Optional<VolumeRecord> grow(VolumeRecord record) {
      long asked = record.spec().sizeBytes();
      Provisioned now = record.provisioned();
      Long capacity = now.capacityBytes();
      if (capacity != null && capacity >= asked) {
        return Optional.empty();
      }
      Growth told = now.growth();
      if (told == null || !told.madeRoomFor(asked)) {
        return Optional.of(
            record.withProvisioned(
                now.growing(new Growth(Growth.Phase.BACKEND_GROWN, asked, true))));
      }
      return Optional.of(
          record.withProvisioned(now.gave(asked, SizeEnforcement.NONE, now.details())));
    }

    @Override
    public Optional<VolumeRecord> advance(VolumeRecord record) {
      Provisioned now = record.provisioned();
      return switch (now.state()) {
        case PENDING -> {
          Folders.make(drive(record));
          yield Optional.of(record.withProvisioned(now.to(ProvisioningState.PROVISIONING, now())));
        }
        case PROVISIONING ->
            Optional.of(
                record.withProvisioned(
                    now.to(ProvisioningState.AVAILABLE, now())
                        .gave(
                            record.spec().sizeBytes(),
                            SizeEnforcement.NONE,
                            Map.of("path", drive(record).toString()))));
        default -> Optional.empty();
      };
    }

    private Path drive(VolumeRecord record) {
      return instances.drive(record);
    }

    @Override
    public Remains remains(VolumeRecord record) {
      if (!known(record)) {
        destroy(record); // what a helper made who came late
      }
      Path folder = drive(record);
      return Files.exists(folder)
          ? new Remains(Remains.Fate.GOING, "folder " + folder, "")
          : Remains.nothing();
    }

    private boolean known(VolumeRecord record) {
      return volumes()
          .get(record.key())
          .filter(now -> now.spec().id().equals(record.spec().id()))
          .isPresent();
    }

    @Override
    public void destroy(VolumeRecord record) {
      Folders.remove(drive(record));
    }

    @Override
    public Availability availability(Profile profile) {
      return Availability.available();
    }

    @Override
    public Features features(Profile profile) {
      return Features.unknown();
    }

    @Override
    public Optional<AccessMode> accessMode(Profile profile) {
      return Optional.empty();
    }

    @Override
    public List<Violation> check(Target target) {
      return List.of();
    }

    @Override
    public Map<String, Presence> presence(Collection<TargetRecord> asked) {
      Map<String, Presence> answer = new HashMap<>();
      asked.forEach(t -> answer.put(t.key(), new Presence(instances.lives(t), null, "")));
      return answer;
    }

    @Override
    public Map<String, List<VolumeUser>> users(Collection<VolumeRecord> asked) {
      Map<String, List<VolumeUser>> answer = new HashMap<>();
      asked.forEach(volume -> answer.put(volume.key(), instances.users(volume)));
      return answer;
    }

    @Override
    public void connect(TargetRecord target, Map<String, VolumeRecord> drives) {
      if (instances.lives(target)) {
        instances.link(target, drives);
      }
    }

    @Override
    public void disconnect(TargetRecord target, TargetMount mount) {
      if (instances.lives(target)) {
        instances.unlink(target.target().name(), mount.path());
      }
    }

    @Override
    public Duration launchGrace() {
      return Duration.ofMinutes(10);
    }
  }
}
