package dev.mooring.kubernetes.internal.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.mooring.access.Owner;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.api.KubernetesErrors;
import dev.mooring.kubernetes.internal.api.ServerClock;
import dev.mooring.kubernetes.internal.driver.CsiDrivers;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.ReasonTracker;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Claim;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClaimFormatTest {
  private static final Instant START = Instant.parse("2026-11-01T10:00:00.250Z");
  private static final Json JSON = new Json();

  private final Api api =
      new Api(
          mock(HttpClient.class),
          "http://nowhere",
          Duration.ofSeconds(1),
          new ServerClock(Clock.systemUTC()),
          new KubernetesErrors("us-central"),
          JSON);
  private final Place place = new Place(api, "ns", "acme", "us-central", false);
  private final DriverPresence drivers = new DriverPresence(api, Clock.systemUTC());
  private final ClaimFormat format =
      new ClaimFormat(
          place,
          new StorageClasses(api, Clock.systemUTC(), new CsiDrivers(List.of())),
          new ClaimReasons(
              api, new Events(place, "PersistentVolumeClaim"), new ReasonTracker(), drivers));

  private static VolumeRecord record(String owner, long bytes, Labels labels, String description) {
    VolumeSpec spec =
        new VolumeSpec(
            VolumeId.random(),
            "acme",
            VolumeKind.DRIVE,
            "workspace",
            Owner.user(owner),
            "us-central",
            "block",
            bytes,
            AccessMode.READ_WRITE_ONCE_POD,
            "ceph-rbd",
            description,
            new MountPath("/data"),
            labels);
    OperationId id = OperationId.random("us-central", "drive", "workspace", OperationType.CREATE);
    return VolumeRecord.draft(
        "drive-workspace-0123456789", spec, OperationRecord.start(id, OperationType.CREATE, START));
  }

  /** What the API server would give back once the claim is bound. */
  private PersistentVolumeClaim stored(VolumeRecord record) {
    PersistentVolumeClaim sent =
        JSON.read(JSON.write(format.object(record)), PersistentVolumeClaim.class);
    return new PersistentVolumeClaimBuilder(sent)
        .editMetadata()
        .withUid("u")
        .withResourceVersion("7")
        .withCreationTimestamp("2026-11-01T10:00:00Z")
        .addToAnnotations("volume.kubernetes.io/storage-provisioner", "rook.rbd.csi.ceph.com")
        .endMetadata()
        .withNewStatus()
        .withPhase("Bound")
        .addToCapacity("storage", new Quantity("954Mi"))
        .endStatus()
        .build();
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    Arbitrary<String> word = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(63);
    return Arbitraries.maps(word, word).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> owners() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars("._-")
        .ofMaxLength(61)
        .map(s -> "a" + s + "z");
  }

  @Property(tries = 200)
  void what_was_asked_comes_back_from_the_claim(
      @ForAll("owners") String owner,
      @ForAll @LongRange(min = 1_000_000_000L, max = 1L << 60) long bytes,
      @ForAll("labels") Map<String, String> labels,
      @ForAll String description) {
    VolumeRecord record = record(owner, bytes, new Labels(labels), description);

    VolumeRecord read = format.read(List.of(stored(record))).get(0);

    assertThat(read.spec()).isEqualTo(record.spec());
    assertThat(read.operations()).isEqualTo(record.operations());
    assertThat(read.key()).isEqualTo(record.key());
  }

  @Test
  void claim_and_trash_come_back_too() {
    VolumeRecord record =
        record("ana", 1L << 30, Labels.none(), "")
            .withClaim(new Claim("target-1", "instance/a", "t", START))
            .withTrash(new Trash(START, START.plusSeconds(60)));

    VolumeRecord read = format.read(List.of(stored(record))).get(0);

    assertThat(read.claim()).isEqualTo(record.claim());
    assertThat(read.trash()).isEqualTo(record.trash());
  }

  @Test
  void a_bound_claim_is_available_with_what_the_driver_gave() {
    VolumeRecord read =
        format.read(List.of(stored(record("ana", 1L << 30, Labels.none(), "x")))).get(0);

    assertThat(read.provisioned().state()).isEqualTo(ProvisioningState.AVAILABLE);
    assertThat(read.provisioned().capacityBytes()).isEqualTo(954L << 20);
    assertThat(read.provisioned().enforcement()).isEqualTo(SizeEnforcement.HARD);
    assertThat(read.provisioned().since()).isEqualTo(START);
    assertThat(read.provisioned().details())
        .containsEntry("persistentVolumeClaim", "drive-workspace-0123456789")
        .containsEntry("namespace", "ns")
        .containsEntry("driver", "rook.rbd.csi.ceph.com")
        .containsEntry("accessMode", "ReadWriteOncePod");
  }

  @Test
  void a_change_names_its_version_and_removes_what_is_no_more() {
    VolumeRecord before =
        record("ana", 1L << 30, Labels.of("team", "nlp").with("old", "1"), "words");
    Version version = Version.of(stored(before));
    VolumeRecord after =
        new VolumeRecord(
            before.key(),
            version.toString(),
            START,
            false,
            record("ana", 1L << 30, Labels.of("team", "cv"), "words").spec(),
            before.provisioned(),
            null,
            null,
            List.of());

    var patch = JSON.tree(String.valueOf(format.change(after, version).body()));

    assertThat(patch.at("/metadata/resourceVersion").asText()).isEqualTo("7");
    var labels = patch.path("metadata").path("labels");
    assertThat(labels.path("labels.mooring.dev/team").asText()).isEqualTo("cv");
    assertThat(labels.path("labels.mooring.dev/old").isNull()).isTrue();
    assertThat(labels.path("mooring.dev/running").isNull()).isTrue();
    var annotations = patch.path("metadata").path("annotations");
    assertThat(annotations.path("mooring.dev/claim").isNull()).isTrue();
    assertThat(annotations.path("mooring.dev/operations").isNull()).isTrue();
    assertThat(annotations.path("mooring.dev/description").asText()).isEqualTo("words");
  }

  @Test
  void a_claim_that_is_being_deleted_says_so() {
    PersistentVolumeClaim ending =
        new PersistentVolumeClaimBuilder(stored(record("ana", 1L << 30, Labels.none(), "")))
            .editMetadata()
            .withDeletionTimestamp("2026-11-01T11:00:00Z")
            .withFinalizers("kubernetes.io/pvc-protection")
            .endMetadata()
            .build();

    VolumeRecord read = format.read(List.of(ending)).get(0);

    assertThat(read.deleting()).isTrue();
    assertThat(read.provisioned().state()).isEqualTo(ProvisioningState.DELETING);
    assertThat(read.provisioned().reason())
        .isNotNull()
        .satisfies(why -> assertThat(String.valueOf(why)).contains("kubernetes.io/pvc-protection"));
  }

  @Test
  void one_broken_claim_does_not_hide_the_others() {
    PersistentVolumeClaim good = stored(record("ana", 1L << 30, Labels.none(), ""));
    PersistentVolumeClaim broken =
        new PersistentVolumeClaimBuilder(good)
            .editMetadata()
            .addToLabels("mooring.dev/volume-id", "edited")
            .endMetadata()
            .build();

    assertThat(format.read(List.of(broken, good))).hasSize(1);
  }
}
