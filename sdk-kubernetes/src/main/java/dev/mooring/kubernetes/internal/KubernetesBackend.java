package dev.mooring.kubernetes.internal;

import dev.mooring.access.Owner;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.kubernetes.internal.adopt.KubernetesAdopting;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Connection;
import dev.mooring.kubernetes.internal.attach.KubernetesAttaching;
import dev.mooring.kubernetes.internal.audit.KubernetesAuditing;
import dev.mooring.kubernetes.internal.claim.ClaimStore;
import dev.mooring.kubernetes.internal.classes.KubernetesClasses;
import dev.mooring.kubernetes.internal.describe.KubernetesDescribing;
import dev.mooring.kubernetes.internal.driver.CsiDrivers;
import dev.mooring.kubernetes.internal.health.KubernetesHealth;
import dev.mooring.kubernetes.internal.health.KubernetesUsage;
import dev.mooring.kubernetes.internal.instance.PodHosting;
import dev.mooring.kubernetes.internal.instance.PodTemplate;
import dev.mooring.kubernetes.internal.name.KubernetesNaming;
import dev.mooring.kubernetes.internal.provision.ClassRoom;
import dev.mooring.kubernetes.internal.provision.DriverNodes;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.KubernetesProvisioning;
import dev.mooring.kubernetes.internal.provision.KubernetesResizing;
import dev.mooring.kubernetes.internal.provision.NamespaceQuotas;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.share.KubernetesSharing;
import dev.mooring.kubernetes.internal.snapshot.KubernetesSnapshotting;
import dev.mooring.kubernetes.internal.snapshot.SnapshotClasses;
import dev.mooring.kubernetes.internal.target.TargetStore;
import dev.mooring.region.Probe;
import dev.mooring.spi.Ability;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A connected cluster: one account, one namespace. */
public final class KubernetesBackend implements StorageBackend {
  private final KubernetesSettings settings;
  private final BackendContext context;
  private final Connection connection;
  private final Shared shared;
  private final boolean owns;
  private final Place place;
  private final ClaimStore volumes;
  private final TargetStore targets;
  private final List<Ability> abilities;

  /** What owners of an account share: the cluster's own objects. */
  private record Shared(
      StorageClasses classes,
      SnapshotClasses snapshotClasses,
      DriverPresence drivers,
      DriverNodes nodes,
      ClassRoom room) {}

  private KubernetesBackend(
      KubernetesSettings settings,
      BackendContext context,
      Owner owner,
      Connection connection,
      Shared shared,
      boolean owns) {
    this.settings = settings;
    this.context = context;
    this.connection = connection;
    this.shared = shared;
    this.owns = owns;
    Api api = connection.api();
    this.place =
        new Place(
            api,
            namespace(settings, context, owner),
            context.account(),
            context.region(),
            settings.createNamespace());
    this.volumes = new ClaimStore(place, shared.classes, shared.drivers);
    this.targets = new TargetStore(place);
    PodTemplate template =
        new PodTemplate(settings.image(), settings.command(), settings.pullPolicy());
    this.abilities =
        List.of(
            new KubernetesProvisioning(
                place, shared.classes, shared.drivers, shared.nodes, shared.room),
            new KubernetesResizing(shared.classes),
            new KubernetesSnapshotting(
                place, shared.snapshotClasses, shared.classes, context.profiles()),
            new KubernetesNaming(place),
            new KubernetesSharing(place, shared.classes, context.profiles()),
            new KubernetesAdopting(place, volumes, shared.classes, shared.drivers),
            new KubernetesClasses(api, shared.classes, shared.drivers),
            new NamespaceQuotas(place, shared.classes),
            new KubernetesAuditing(place, volumes, targets),
            new KubernetesDescribing(place, shared.classes, shared.drivers),
            new KubernetesHealth(place),
            new KubernetesUsage(place),
            new KubernetesAttaching(place, settings.launchGrace()),
            new PodHosting(
                place,
                volumes,
                connection,
                template,
                settings.podNames(context.account()),
                context.profiles()));
  }

  /** Connects; sends nothing yet. */
  public static KubernetesBackend connect(KubernetesSettings settings, BackendContext context) {
    namespace(settings, context, context.owner());
    Connection connection =
        Connection.open(
            settings.kubeconfig(),
            settings.context(),
            context.region(),
            context.clock(),
            context.requestTimeout());
    Shared shared =
        new Shared(
            new StorageClasses(
                connection.api(), context.clock(), new CsiDrivers(settings.drivers())),
            new SnapshotClasses(connection.api()),
            new DriverPresence(connection.api(), context.clock()),
            new DriverNodes(connection.api(), context.clock()),
            new ClassRoom(connection.api(), context.clock()));
    return new KubernetesBackend(settings, context, context.owner(), connection, shared, true);
  }

  private static String namespace(
      KubernetesSettings settings, BackendContext context, Owner owner) {
    try {
      return settings.namespaceOf(context.account(), owner);
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.of(
          Problem.tried("connect").in(context.region()),
          "namespace",
          e.getMessage() == null ? "is no DNS label" : e.getMessage());
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.DRIVES,
        Capability.FILESYSTEMS,
        Capability.RESIZING,
        Capability.SNAPSHOTS,
        Capability.ATTACHING,
        Capability.INSTANCES,
        Capability.SCRATCH,
        Capability.WORKLOADS,
        Capability.SIZE_ENFORCED,
        Capability.FENCED_WRITER,
        Capability.STORAGE_CLASSES,
        Capability.SHARING,
        Capability.USAGE,
        Capability.HEALTH,
        Capability.AUDIT,
        Capability.NAMES,
        Capability.ADOPTING);
  }

  @Override
  public RecordStore<VolumeRecord> volumes() {
    return volumes;
  }

  @Override
  public RecordStore<TargetRecord> targets() {
    return targets;
  }

  @Override
  public <A extends Ability> Optional<A> ability(Class<A> type) {
    Stream<Ability> all = abilities.stream();
    return all.filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public Instant now() {
    return connection.api().clock().now();
  }

  @Override
  public StorageBackend as(Owner owner) {
    return namespace(settings, context, owner).equals(place.namespace())
        ? this
        : new KubernetesBackend(settings, context, owner, connection, shared, false);
  }

  @Override
  public List<Probe> probe() {
    return new Probes(
            place, connection.server(), shared.classes, shared.snapshotClasses, context.profiles())
        .run();
  }

  /** How many requests were sent to the API server: for measurements. */
  public long requests() {
    return connection.api().requests();
  }

  @Override
  public void tidy() {
    // The cluster does: whatever is made belongs to a record, and goes with it.
  }

  @Override
  public void close() {
    if (owns) {
      connection.close();
    }
  }
}
