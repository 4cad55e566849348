package dev.mooring.kubernetes;

import dev.mooring.StorageClient;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.ForeignClaims;
import dev.mooring.testkit.process.SharedFixture;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of the real cluster for the contract suite, and a client with exactly the rights of
 * the published roles. The cluster is the test bed's: its classes, image {@code
 * mooring.local/tools:1}.
 */
final class KubernetesFixture implements SharedFixture {
  final TestNamespace namespace;
  private final boolean perAccount;
  private final String storageClass;
  private @Nullable Path configuration;

  /** One namespace for all accounts, with drives of the class that is fastest. */
  KubernetesFixture() {
    this(Cluster.LOOP_BACKED);
  }

  /** One namespace for all accounts, with drives of a storage class. */
  KubernetesFixture(String storageClass) {
    this(measured(), false, storageClass);
  }

  /** With the right to read what nodes measure, which the others do not need. */
  private static TestNamespace measured() {
    TestNamespace made = TestNamespace.make();
    List<PolicyRule> rules = new ArrayList<>(TestNamespace.rules("clusterrole-read.yaml"));
    rules.addAll(TestNamespace.rules("clusterrole-usage.yaml"));
    made.bindClusterRole(rules);
    return made;
  }

  private KubernetesFixture(TestNamespace namespace, boolean perAccount, String storageClass) {
    this.namespace = namespace;
    this.perAccount = perAccount;
    this.storageClass = storageClass;
  }

  /**
   * A namespace for each account, which the SDK makes with the rights of clusterrole-admin.yaml.
   */
  static KubernetesFixture perAccount() {
    TestNamespace namespace = TestNamespace.withoutRoles();
    List<PolicyRule> rules = new ArrayList<>(TestNamespace.rules("clusterrole-admin.yaml"));
    rules.addAll(TestNamespace.rules("clusterrole-read.yaml"));
    rules.addAll(TestNamespace.rules("clusterrole-usage.yaml"));
    namespace.bindClusterRole(rules);
    return new KubernetesFixture(namespace, true, Cluster.LOOP_BACKED);
  }

  private String namespaceOf(String account) {
    return perAccount ? namespace.name() + "-" + account : namespace.name();
  }

  @Override
  public Backend backend() {
    return kubernetes();
  }

  Kubernetes kubernetes() {
    return Kubernetes.fromKubeconfig(namespace.kubeconfig())
        .namespace(namespaceOf("{account}"))
        .createNamespace(perAccount)
        .instance("mooring.local/tools:1", List.of("sleep", "infinity"), "Never");
  }

  @Override
  public Backend backendWithShortGrace() {
    return kubernetes().launchGrace(Duration.ofSeconds(2));
  }

  /** Written once: other threads' processes may be reading it. */
  @Override
  public synchronized Path configuration() {
    Path written = configuration;
    if (written == null) {
      written = write();
      configuration = written;
    }
    return written;
  }

  private Path write() {
    String text =
        String.join(
            "\n",
            "regions:",
            "  us-central:",
            "    kubernetes:",
            "      kubeconfig: " + namespace.kubeconfig(),
            "      namespace: " + namespace.name(),
            "      instance: {image: 'mooring.local/tools:1', pullPolicy: Never,"
                + " command: [sleep, infinity]}",
            "    profiles:",
            "      - {name: block, kind: drive, lane: fast-rwo, storageClass: ceph-rbd,"
                + " default: true}",
            "      - {name: shared, kind: fs, lane: shared-rwx, storageClass: cephfs,"
                + " default: true}",
            "");
    try {
      Path file = namespace.kubeconfig().resolveSibling(namespace.name() + ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.DRIVES,
        Capability.FILESYSTEMS,
        Capability.RESIZING,
        Capability.SNAPSHOTS,
        Capability.ATTACHING,
        Capability.INSTANCES,
        Capability.SCRATCH,
        Capability.WORKLOADS,
        Capability.STORAGE_CLASSES,
        Capability.SHARING,
        Capability.USAGE,
        Capability.HEALTH,
        Capability.ADOPTING,
        Capability.SIZE_ENFORCED,
        Capability.FENCED_WRITER,
        Capability.AUDIT,
        Capability.NAMES);
  }

  @Override
  public Profile profile() {
    return Profile.of("block", VolumeKind.DRIVE, "fast-rwo").withStorageClass(storageClass);
  }

  @Override
  public Optional<Profile> filesystemProfile() {
    return Optional.of(
        Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
            .withStorageClass(Cluster.filesystemsBeside(storageClass)));
  }

  /** The real Ceph's images have an ext4, which the test bed's kernel does not grow mounted. */
  @Override
  public boolean growsWhileMounted(VolumeKind kind) {
    return kind != VolumeKind.DRIVE || !storageClass.equals(Cluster.REAL_CEPH);
  }

  @Override
  public Optional<Runnable> refuseGrowth(VolumeKind kind, String words) {
    if (perAccount) {
      return Optional.empty(); // it is not said whose
    }
    DriverFaults faults = DriverFaults.of(driver(kind), namespace.name());
    faults.write("{\"failExpand\": \"OutOfRange: " + words + "\"}");
    return Optional.of(faults::end);
  }

  private String driver(VolumeKind kind) {
    String name = kind == VolumeKind.DRIVE ? "rbd.csi.ceph.com" : "cephfs.csi.ceph.com";
    return storageClass.equals(Cluster.REAL_CEPH) ? "rook-ceph." + name : name;
  }

  @Override
  public Optional<Runnable> lose(Volume volume) {
    return Optional.of(LostVolume.lose(namespace.admin(), volume));
  }

  @Override
  public boolean measures() {
    return NodeStatistics.areThere(namespace.admin());
  }

  @Override
  public Optional<Profile> pendingProfile() {
    return Optional.of(
        Profile.of("pending", VolumeKind.DRIVE, "fast-rwo").withStorageClass("broken"));
  }

  @Override
  public Optional<ForeignClaims> foreignClaims() {
    return Optional.of(new ClaimsByHand(namespace.admin(), this::namespaceOf, this::classOf));
  }

  private String classOf(VolumeKind kind) {
    return kind == VolumeKind.DRIVE ? storageClass : Cluster.filesystemsBeside(storageClass);
  }

  @Override
  public void killInstance(StorageClient other, String name) {
    var pods =
        namespace
            .admin()
            .pods()
            .inNamespace(namespace.name())
            .withLabel("mooring.dev/instance", name);
    pods.withGracePeriod(0).delete();
    Eventually.holds("the pod is gone", () -> pods.list().getItems().isEmpty());
  }

  @Override
  public int places(String account) {
    return namespace
        .admin()
        .persistentVolumeClaims()
        .inNamespace(namespace.name())
        .withLabel("mooring.dev/account", account)
        .list()
        .getItems()
        .size();
  }

  @Override
  public void assertEmpty(String account) {
    KubernetesClient admin = namespace.admin();
    String label = "mooring.dev/account";
    Eventually.holds(
        "no pod of " + account + " is left",
        () ->
            admin
                .pods()
                .inNamespace(namespaceOf(account))
                .withLabel(label, account)
                .list()
                .getItems()
                .isEmpty());
    Eventually.holds(
        "no claim of " + account + " is left",
        () ->
            admin
                .persistentVolumeClaims()
                .inNamespace(namespaceOf(account))
                .withLabel(label, account)
                .list()
                .getItems()
                .isEmpty());
    Eventually.holds("no content outlives its snapshot", () -> noLostContent(namespaceOf(account)));
    Eventually.holds("no volume outlives its claim", () -> noOrphan(namespaceOf(account)));
  }

  private boolean noLostContent(String place) {
    KubernetesClient admin = namespace.admin();
    String api = "snapshot.storage.k8s.io/v1";
    Set<String> snapshots =
        names(
            admin
                .genericKubernetesResources(api, "VolumeSnapshot")
                .inNamespace(place)
                .list()
                .getItems());
    return admin.genericKubernetesResources(api, "VolumeSnapshotContent").list().getItems().stream()
        .filter(content -> place.equals(content.get("spec", "volumeSnapshotRef", "namespace")))
        .allMatch(
            content ->
                snapshots.contains((String) content.get("spec", "volumeSnapshotRef", "name")));
  }

  private boolean noOrphan(String place) {
    KubernetesClient admin = namespace.admin();
    Set<String> claims = names(admin.persistentVolumeClaims().inNamespace(place).list().getItems());
    return admin.persistentVolumes().list().getItems().stream()
        .map(PersistentVolume::getSpec)
        .filter(spec -> spec.getClaimRef() != null)
        .filter(spec -> spec.getClaimRef().getNamespace().equals(place))
        .allMatch(spec -> claims.contains(spec.getClaimRef().getName()));
  }

  private static Set<String> names(List<? extends HasMetadata> objects) {
    return objects.stream().map(o -> o.getMetadata().getName()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    var namespaces = namespace.admin().namespaces();
    namespaces.list().getItems().stream()
        .map(made -> made.getMetadata().getName())
        .filter(name -> name.startsWith(namespace.name() + "-"))
        .forEach(name -> namespaces.withName(name).delete());
    namespace.close();
  }
}
