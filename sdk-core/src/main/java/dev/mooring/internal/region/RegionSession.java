package dev.mooring.internal.region;

import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.Problem;
import dev.mooring.error.UnsupportedException;
import dev.mooring.internal.KeyedLocks;
import dev.mooring.internal.feed.RegionFeed;
import dev.mooring.internal.watch.Pacer;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Ability;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.Capability;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A region, connected for one account: its backend behind the layers, and the shared watches. */
public final class RegionSession implements AutoCloseable {
  private final String name;
  private final String account;
  private final String backendId;
  private final RegionConfiguration configuration;
  private final StorageBackend backend;
  private final WatchHub<VolumeRecord> volumeHub;
  private final WatchHub<TargetRecord> targetHub;
  private final Optional<Snapshotting> snapshotting;
  private final Optional<WatchHub<SnapshotRecord>> snapshotHub;
  private final BiConsumer<RegionSession, VolumeRecord> gone;
  private final RegionFeed feed;
  private final KeyedLocks locks = new KeyedLocks();

  /**
   * A session over a connected backend, which it closes.
   *
   * @param gone hears of volumes that are gone for good, maybe more than once
   */
  public RegionSession(
      String name,
      String account,
      String backendId,
      RegionConfiguration configuration,
      StorageBackend backend,
      Pacer pacer,
      BiConsumer<RegionSession, VolumeRecord> gone) {
    this.name = name;
    this.account = account;
    this.backendId = backendId;
    this.configuration = configuration;
    this.backend = backend;
    this.gone = gone;
    this.volumeHub = new WatchHub<>(backend.volumes(), pacer);
    this.targetHub = new WatchHub<>(backend.targets(), pacer);
    this.snapshotting = backend.ability(Snapshotting.class);
    this.feed = new RegionFeed(this, pacer);
    this.snapshotHub = snapshotting.map(a -> new WatchHub<>(a.snapshots(), pacer));
  }

  /** The region's name. */
  public String name() {
    return name;
  }

  /** The account. */
  public String account() {
    return account;
  }

  /** The backend's id. */
  public String backendId() {
    return backendId;
  }

  /** The region's configuration. */
  public RegionConfiguration configuration() {
    return configuration;
  }

  /** The backend, behind the layers. */
  public StorageBackend backend() {
    return backend;
  }

  /** The records of volumes. */
  public RecordStore<VolumeRecord> volumes() {
    return backend.volumes();
  }

  /** The records of targets. */
  public RecordStore<TargetRecord> targets() {
    return backend.targets();
  }

  /** The records of snapshots. */
  public RecordStore<SnapshotRecord> snapshots() {
    return snapshotting().snapshots();
  }

  /** The shared watch of volumes. */
  public WatchHub<VolumeRecord> volumeHub() {
    return volumeHub;
  }

  /** The shared watch of targets. */
  public WatchHub<TargetRecord> targetHub() {
    return targetHub;
  }

  /** The shared watch of snapshots. */
  public WatchHub<SnapshotRecord> snapshotHub() {
    return require(snapshotHub, Capability.SNAPSHOTS);
  }

  /** How all volumes are now, for those who follow them. */
  public RegionFeed feed() {
    return feed;
  }

  /** Turns of this process's threads. */
  public KeyedLocks locks() {
    return locks;
  }

  /** Says that a volume's record is gone: its name is free again. */
  public void gone(VolumeRecord volume) {
    gone.accept(this, volume);
  }

  /** Takes away what programs that died left, and no record knows. */
  public void tidy() {
    backend.tidy();
  }

  /** The backend's clock. */
  public Instant now() {
    return backend.now();
  }

  /** Makes volumes. */
  public Provisioning provisioning() {
    return require(Provisioning.class, Capability.DRIVES);
  }

  /** Grows volumes. */
  public Resizing resizing() {
    return require(Resizing.class, Capability.RESIZING);
  }

  /** Shares volumes into other namespaces. */
  public Sharing sharing() {
    return require(Sharing.class, Capability.SHARING);
  }

  /** Adopts what others made. */
  public Adopting adopting() {
    return require(Adopting.class, Capability.ADOPTING);
  }

  /** Takes snapshots. */
  public Snapshotting snapshotting() {
    return require(snapshotting, Capability.SNAPSHOTS);
  }

  /** Knows targets. */
  public Attaching attaching() {
    return require(Attaching.class, Capability.ATTACHING);
  }

  /** Makes and checks storage classes. */
  public ClassAdministration classes() {
    return require(ClassAdministration.class, Capability.STORAGE_CLASSES);
  }

  /** Looks for what fits nothing. */
  public Auditing auditing() {
    return require(Auditing.class, Capability.AUDIT);
  }

  /** Runs instances. */
  public InstanceHosting instances() {
    return require(InstanceHosting.class, Capability.INSTANCES);
  }

  /** Whether the backend can do something. */
  public boolean can(Capability capability) {
    return backend.capabilities().contains(capability);
  }

  /** Refuses what the backend cannot do. */
  public void require(Capability capability, String tried, String resource) {
    if (!can(capability)) {
      throw new UnsupportedException(
          Problem.tried(tried)
              .on(resource)
              .in(name)
              .because("the backend '" + backendId + "' lacks the capability " + capability)
              .hint("choose a region whose backend has it: regions().list() tells"),
          capability.name());
    }
  }

  /** The profiles of a kind. */
  public List<Profile> profiles(VolumeKind kind) {
    return configuration.profiles().stream().filter(p -> p.kind() == kind).toList();
  }

  /** The profile with this name. */
  public Optional<Profile> profile(String profileName) {
    return configuration.profiles().stream().filter(p -> p.name().equals(profileName)).findFirst();
  }

  /** The profile that requests of a kind use which name none: the default, else the only one. */
  public Optional<Profile> defaultProfile(VolumeKind kind) {
    List<Profile> all = profiles(kind);
    return all.stream()
        .filter(Profile::isDefault)
        .findFirst()
        .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
  }

  private <A extends Ability> A require(Class<A> type, Capability capability) {
    return require(backend.ability(type), capability);
  }

  private <T> T require(Optional<T> ability, Capability capability) {
    return ability.orElseThrow(
        () ->
            new UnsupportedException(
                Problem.tried("use")
                    .on(capability.name())
                    .in(name)
                    .because("the backend '" + backendId + "' lacks it"),
                capability.name()));
  }

  @Override
  public void close() {
    feed.close();
    volumeHub.close();
    targetHub.close();
    snapshotHub.ifPresent(WatchHub::close);
    backend.close();
  }
}
