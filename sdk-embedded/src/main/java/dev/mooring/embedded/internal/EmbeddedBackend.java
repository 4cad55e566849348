package dev.mooring.embedded.internal;

import dev.mooring.access.Owner;
import dev.mooring.jdbc.Database;
import dev.mooring.jdbc.Partition;
import dev.mooring.region.Probe;
import dev.mooring.spi.Ability;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account in one region, over a root folder and its records. */
public final class EmbeddedBackend implements StorageBackend {
  /** How often a watch in memory says that it lives. */
  static final Duration ALIVE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBackend.class);
  private static final Set<Capability> CAPABILITIES =
      Set.copyOf(
          EnumSet.of(
              Capability.DRIVES,
              Capability.FILESYSTEMS,
              Capability.ATTACHING,
              Capability.INSTANCES,
              Capability.SCRATCH,
              Capability.RESIZING,
              Capability.USAGE,
              Capability.HEALTH,
              Capability.SNAPSHOTS,
              Capability.AUDIT,
              Capability.NAMES));

  private final BackendContext context;
  private final Stores stores;
  private final Supplier<List<Probe>> probes;
  private final Runnable end;
  private final Commands commands = new Commands();
  private final Tidying tidying;
  private final List<Ability> abilities;
  private final AtomicBoolean closed = new AtomicBoolean();

  EmbeddedBackend(
      BackendContext context,
      Layout layout,
      Stores stores,
      Duration launchGrace,
      Supplier<List<Probe>> probes,
      Runnable end) {
    this.context = context;
    this.stores = stores;
    this.probes = probes;
    this.end = end;
    Trash trash = new Trash(layout);
    Drafts drafts = new Drafts(layout, trash);
    VolumeFolders volumes = new VolumeFolders(layout, drafts, trash);
    SnapshotFolders snapshots = new SnapshotFolders(layout, drafts, trash);
    InstanceFolders instances = new InstanceFolders(context, layout, volumes, trash);
    Lives lives = new Lives(stores);
    EmbeddedAttaching attaching = new EmbeddedAttaching(context, instances, lives, launchGrace);
    this.tidying = new Tidying(layout, stores, volumes, snapshots, instances, drafts, trash);
    this.abilities =
        List.of(
            new EmbeddedProvisioning(context, layout, volumes, snapshots, tidying),
            new EmbeddedSnapshotting(context, stores, volumes, snapshots, tidying),
            stores.naming(),
            new EmbeddedResizing(),
            attaching,
            new EmbeddedAuditing(context, layout, stores),
            new EmbeddedDescribing(context, layout, attaching),
            new EmbeddedHealth(context, layout),
            new EmbeddedUsage(context, layout, EmbeddedUsage.LONGEST),
            new EmbeddedInstances(context, lives, instances, commands));
  }

  /** In a folder with a database. */
  public static EmbeddedBackend at(
      Path root, Database database, BackendContext context, Duration launchGrace) {
    Stores stores = new DatabaseStores(root, database, partition(context));
    return new EmbeddedBackend(
        context,
        Layout.at(root),
        stores,
        launchGrace,
        () -> Probes.ofRoot(context.region(), root, stores),
        database::close);
  }

  /** In memory and a temporary folder; both go when it is closed. */
  public static EmbeddedBackend inMemory(BackendContext context, Duration launchGrace) {
    Layout layout = Layout.temporary();
    MemoryRecords records = new MemoryRecords(context.clock(), new MemoryWatches(ALIVE));
    return new EmbeddedBackend(
        context,
        layout,
        new MemoryStores(records, partition(context)),
        launchGrace,
        () -> Probes.inMemory(context.region()),
        () -> {
          records.close();
          remove(layout);
        });
  }

  static Partition partition(BackendContext context) {
    return new Partition(context.account(), context.region(), context.quota());
  }

  private static void remove(Layout layout) {
    if (!layout.used()) {
      return;
    }
    try {
      Trash.removeAll(layout.root());
    } catch (IOException e) {
      LOG.warn("the temporary folder {} could not be removed: {}", layout.location(), e.toString());
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public RecordStore<VolumeRecord> volumes() {
    return stores.volumes();
  }

  @Override
  public RecordStore<TargetRecord> targets() {
    return stores.targets();
  }

  @Override
  public <A extends Ability> Optional<A> ability(Class<A> type) {
    Stream<Ability> offered = abilities.stream().filter(type::isInstance);
    return offered.map(type::cast).findFirst();
  }

  @Override
  public Instant now() {
    return context.clock().instant();
  }

  @Override
  public StorageBackend as(Owner owner) {
    return this;
  }

  @Override
  public List<Probe> probe() {
    return probes.get();
  }

  @Override
  public void tidy() {
    tidying.all();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      commands.killAll();
      end.run();
    }
  }
}
