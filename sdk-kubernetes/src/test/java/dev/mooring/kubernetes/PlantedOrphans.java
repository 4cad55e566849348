package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One orphan of each kind, planted past the SDK, as accidents and people leave them. */
final class PlantedOrphans implements AutoCloseable {
  private static final String SNAPSHOTS = "snapshot.storage.k8s.io/v1";
  private static final String LOST = "snapshot-lost-0123456789abcdef0123";

  private final TestNamespace namespace;
  private final KubernetesClient admin;
  private final StorageClient storage;
  private final Set<String> lines = new TreeSet<>();
  private final Set<String> volumes = new TreeSet<>();
  private final String others = "others-" + UUID.randomUUID();
  private @Nullable Runnable lost;

  PlantedOrphans(TestNamespace namespace, StorageClient storage) {
    this.namespace = namespace;
    this.admin = namespace.admin();
    this.storage = storage;
  }

  /** Kind and resource of each, as a report must tell them. */
  Set<String> lines() {
    return lines;
  }

  void plant() {
    lostSnapshot();
    lostVolume();
    releasedVolume();
    stuckClaim();
    lostClaim();
    claims();
    reservation();
  }

  /** A name that a client reserved before it died. */
  private void reservation() {
    BackendContext context =
        new BackendContext(
            Cluster.REGION,
            "acme",
            Owner.user("ana"),
            List.of(),
            null,
            Duration.ofSeconds(30),
            Clock.systemUTC());
    VolumeSpec spec =
        new VolumeSpec(
            VolumeId.random(),
            "acme",
            VolumeKind.DRIVE,
            "never",
            Owner.user("ana"),
            Cluster.REGION,
            "block",
            1_000_000_000L,
            null,
            null,
            null,
            null,
            Labels.none());
    try (StorageBackend raw = Cluster.backend(namespace).connect(context)) {
      NameRecord name =
          NameRecord.draft(
              "drive-never", spec, Cluster.REGION, "drive-never", raw.now().minusSeconds(60));
      if (!raw.ability(Naming.class).orElseThrow().names().create(name).created()) {
        throw new AssertionError("the name is reserved already");
      }
    }
    lines.add("stale-reservation drive/never");
  }

  /** A target's record outlives the claim of its drive. */
  private void lostVolume() {
    storage.cloudDrives().create("gone", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    storage
        .attachments()
        .to(Target.instance("b").region(Cluster.REGION))
        .mount("gone", "/gone")
        .plan()
        .apply();
    String volume = claim("gone").getSpec().getVolumeName();
    admin.resource(claim("gone")).delete();
    Eventually.holds(
        "it is gone with its bytes",
        () -> admin.persistentVolumes().withName(volume).get() == null);
    lines.add("missing-volume instance/b");
  }

  /** A volume that is retained, of this account; and one of another account. */
  private void releasedVolume() {
    storage.cloudDrives().create("kept", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    String volume = claim("kept").getSpec().getVolumeName();
    volumes.add(volume);
    policy(volume, "Retain");
    storage.cloudDrives().named("kept").delete().await(Eventually.PATIENCE);
    admin
        .resource(
            new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(others)
                .endMetadata()
                .withNewSpec()
                .addToCapacity("storage", new Quantity("1Gi"))
                .withAccessModes("ReadWriteOnce")
                .withPersistentVolumeReclaimPolicy("Retain")
                .withNewHostPath("/nowhere", null)
                .withNewClaimRef()
                .withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withNamespace(namespace.name())
                .withName("drive-secret-0123456789abcdef0123")
                .withUid(UUID.randomUUID().toString())
                .endClaimRef()
                .endSpec()
                .build())
        .create();
    volumes.add(others);
    volumes.forEach(
        name ->
            Eventually.holds(
                name + " is released",
                () -> {
                  PersistentVolume now = admin.persistentVolumes().withName(name).get();
                  return now.getStatus() != null && "Released".equals(now.getStatus().getPhase());
                }));
    lines.add("data-without-record pv/" + volume);
  }

  private void policy(String volume, String policy) {
    PersistentVolume unused =
        admin
            .persistentVolumes()
            .withName(volume)
            .edit(
                v ->
                    new PersistentVolumeBuilder(v)
                        .editSpec()
                        .withPersistentVolumeReclaimPolicy(policy)
                        .endSpec()
                        .build());
  }

  /** A finalizer that nobody takes away. */
  private void stuckClaim() {
    storage.cloudDrives().create("stuck", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    var claim =
        admin
            .resource(claim("stuck"))
            .edit(
                c ->
                    new PersistentVolumeClaimBuilder(c)
                        .editMetadata()
                        .addToFinalizers("example.com/hold")
                        .endMetadata()
                        .build());
    admin.resource(claim).delete();
    Eventually.holds(
        "only the finalizer keeps it",
        () -> claim("stuck").getMetadata().getFinalizers().equals(List.of("example.com/hold")));
    lines.add("stuck-deletion pvc/" + claim.getMetadata().getName());
  }

  /** A claim whose PersistentVolume somebody deleted: its bytes are there, and nothing says so. */
  private void lostClaim() {
    CloudDrive drive =
        storage.cloudDrives().create("lost", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    lost = LostVolume.lose(admin, drive);
    Eventually.holds("its claim is lost", () -> phase("lost").equals("Lost"));
    lines.add("record-without-data pvc/" + claim("lost").getMetadata().getName());
  }

  /** What the audit says to do about a lost claim: its PersistentVolume again, from a copy. */
  void bringBack() {
    Objects.requireNonNull(lost, "planted").run();
    Eventually.holds("its claim is bound again", () -> phase("lost").equals("Bound"));
    lost = null;
  }

  private String phase(String drive) {
    return claim(drive).getStatus().getPhase();
  }

  /** A claim of others, and one that has lost most of its labels. */
  private void claims() {
    create("somebodys", Map.of());
    create("broken", Map.of("mooring.dev/account", "acme"));
    lines.add("foreign pvc/somebodys");
    lines.add("unreadable-record pvc/broken");
  }

  private void create(String name, Map<String, String> labels) {
    admin
        .resource(
            new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace.name())
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName("nobody")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources()
                .endSpec()
                .build())
        .create();
  }

  /** A snapshot whose content is not there: the record of one that is, bound to another content. */
  private void lostSnapshot() {
    Snapshot whole =
        storage.cloudDrives().named("well").snapshot("whole").await(Eventually.PATIENCE);
    storage.recover(); // notes that it was taken
    GenericKubernetesResource twin =
        admin
            .genericKubernetesResources(SNAPSHOTS, "VolumeSnapshot")
            .inNamespace(namespace.name())
            .withLabel("mooring.dev/snapshot-id", whole.id().value())
            .list()
            .getItems()
            .get(0);
    admin
        .resource(
            new GenericKubernetesResourceBuilder()
                .withApiVersion(SNAPSHOTS)
                .withKind("VolumeSnapshot")
                .withNewMetadata()
                .withName(LOST)
                .withNamespace(namespace.name())
                .withLabels(twin.getMetadata().getLabels())
                .withAnnotations(twin.getMetadata().getAnnotations())
                .endMetadata()
                .addToAdditionalProperties(
                    "spec",
                    Map.of("source", Map.of("volumeSnapshotContentName", "content-that-is-lost")))
                .build())
        .create();
    Eventually.holds(
        "the cluster lets go of what the snapshot was taken of",
        () ->
            claim("well").getMetadata().getFinalizers().stream()
                .noneMatch(finalizer -> finalizer.startsWith("snapshot.storage.kubernetes.io/")));
    Eventually.holds(
        "the cluster has noticed it", () -> snapshot().get("status", "error", "message") != null);
    lines.add("record-without-data volumesnapshot/" + LOST);
  }

  private GenericKubernetesResource snapshot() {
    return admin
        .genericKubernetesResources(SNAPSHOTS, "VolumeSnapshot")
        .inNamespace(namespace.name())
        .withName(LOST)
        .get();
  }

  boolean hasSnapshot() {
    return snapshot() != null;
  }

  /** Changes nothing that matters. */
  void touchSnapshot() {
    admin
        .resource(snapshot())
        .edit(
            s -> {
              s.getMetadata().getAnnotations().put("example.com/touched", "yes");
              return s;
            });
  }

  private io.fabric8.kubernetes.api.model.PersistentVolumeClaim claim(String drive) {
    return admin
        .persistentVolumeClaims()
        .inNamespace(namespace.name())
        .withLabel("mooring.dev/name", drive)
        .list()
        .getItems()
        .get(0);
  }

  /** Every object that an audit could touch, with its uid and resourceVersion. */
  Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    String here = namespace.name();
    note(versions, admin.persistentVolumeClaims().inNamespace(here).list().getItems());
    note(versions, admin.configMaps().inNamespace(here).list().getItems());
    note(versions, admin.pods().inNamespace(here).list().getItems());
    note(
        versions,
        admin
            .genericKubernetesResources(SNAPSHOTS, "VolumeSnapshot")
            .inNamespace(here)
            .list()
            .getItems());
    note(
        versions,
        admin.persistentVolumes().list().getItems().stream()
            .filter(v -> v.getSpec().getClaimRef() != null)
            .filter(v -> here.equals(v.getSpec().getClaimRef().getNamespace()))
            .toList());
    return versions;
  }

  private static void note(Map<String, String> versions, List<? extends HasMetadata> objects) {
    objects.forEach(
        object ->
            versions.put(
                object.getKind() + " " + object.getMetadata().getName(),
                object.getMetadata().getUid() + " " + object.getMetadata().getResourceVersion()));
  }

  @Override
  public void close() {
    if (lost != null) {
      bringBack();
    }
    var claims = admin.persistentVolumeClaims().inNamespace(namespace.name());
    claims.list().getItems().stream()
        .filter(claim -> claim.getMetadata().getFinalizers().contains("example.com/hold"))
        .forEach(
            claim ->
                admin
                    .resource(claim)
                    .edit(
                        c ->
                            new PersistentVolumeClaimBuilder(c)
                                .editMetadata()
                                .removeFromFinalizers("example.com/hold")
                                .endMetadata()
                                .build()));
    if (hasSnapshot()) {
      admin.resource(snapshot()).delete();
    }
    storage.snapshots().list().forEach(s -> s.delete().await(Eventually.PATIENCE));
    claims.delete();
    admin.persistentVolumes().withName(others).delete();
    volumes.stream()
        .filter(name -> !name.equals(others))
        .forEach(
            name -> {
              policy(name, "Delete");
              Eventually.holds(
                  name + " is gone with its bytes",
                  () -> admin.persistentVolumes().withName(name).get() == null);
            });
  }
}
