package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.Configuration;
import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.RetrySettings;
import dev.mooring.config.StoreConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.cost.BillingPolicies;
import dev.mooring.cost.PriceBook;
import dev.mooring.cost.Rate;
import dev.mooring.cost.RateUnit;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import dev.mooring.profile.CreateBy;
import dev.mooring.profile.Profile;
import dev.mooring.secret.SecretReference;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The configuration file")
class ContractTest {
  /** The example that the file's contract gives, but for where embedded is. */
  static final String EXAMPLE =
      """
      account: acme                       # tenant; part of every key
      owner: {kind: user, name: ana}      # who acts
      home: us-central                    # where names are reserved
      store: jdbc:postgresql://db.acme.example/mooring
      regions:
        us-central:
          kubernetes:
            kubeconfig: /etc/mooring/kubeconfig
            context: prod
            namespace: mooring-{account}
            createNamespace: false
            launchGrace: 10m
            instance: {image: "mooring.local/tools:1", command: [sleep, infinity], pullPolicy: IfNotPresent}
          s3:
            endpoint: http://127.0.0.1:7480
            preset: CEPH_RGW
            credentials: {accessKeyId: "env:RGW_KEY", secretAccessKey: "file:/run/secrets/rgw"}
          profiles:
            - {name: block, kind: drive, lane: fast-rwo, storageClass: ceph-rbd, accessMode: ReadWriteOncePod, minSize: 1GB, maxSize: 16TiB, default: true}
            - {name: shared, kind: fs, lane: shared-rwx, storageClass: cephfs, accessMode: ReadWriteMany, mountPath: /shared, default: true,
               durability: {data: {erasure: 4+2}, metadata: {replicas: 3}}, expected: {perClient: {readMBps: 150, writeMBps: 130, readIops: 10000, readLatencyMs: {avg: 2, p99: 8}}, asOf: 2026-03-06}, bestFor: [code, datasets], adminContact: storage@acme.example}
            - {name: cold, kind: object, default: true, createBy: groupAdmin, nodeSelector: {topology.kubernetes.io/zone: a}, trash: 7d}
            - {name: kept, kind: drive, snapshots: {keep: {hourly: 24, daily: 7, weekly: 4, monthly: 12}}}
          limits: {quota: 50TB, drivesPerInstance: 8}
        laptop:
          embedded: {root: /srv/mooring, launchGrace: 10m}
      prices:
        currency: USD
        policy: daily-30
        rates:
          - {kind: drive, perMonth: "0.10", unit: GB}
          - {kind: fs, profile: shared, region: us-central, perMonth: "0.20", unit: GiB}
      timeouts: {request: 30s, wait: 5m}
      retry: {attempts: 4, budget: 20%}
      """;

  @Test
  @DisplayName("says the same as the builder in Java: all of its example")
  void example() {
    Configuration java =
        StorageClient.builder()
            .account("acme")
            .owner(Owner.user("ana"))
            .home("us-central")
            .store(StoreConfiguration.of("jdbc:postgresql://db.acme.example/mooring"))
            .region(
                "us-central",
                new RegionConfiguration(
                    List.of(kubernetes(), s3()), profiles(), new Limits(Capacity.tb(50), 8)))
            .region("laptop", embedded())
            .prices(prices())
            .timeouts(new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5)))
            .retry(new RetrySettings(4, 20))
            .configuration();
    Configuration file;
    try (LogLines log = new LogLines()) {
      file = Loading.parse(EXAMPLE);
      assertThat(log.lines())
          .containsExactly(
              "createBy of profile cold in region us-central is told to users, but not enforced");
    }
    assertThat(file).isEqualTo(java).hasSameHashCodeAs(java);
  }

  @Test
  @DisplayName("says the same as the builder in Java: a region of one backend")
  void oneRegion() {
    assertThat(Configuration.parse("regions: {here: {fake: {root: /srv/x, launchGrace: 60s}}}"))
        .isEqualTo(
            StorageClient.builder()
                .region("here", FakeBackend.of(Map.of("root", "/srv/x", "launchGrace", "1m")))
                .configuration());
  }

  @Test
  @DisplayName("says the same as JSON")
  void json() {
    assertThat(
            Configuration.parse(
                "{\n\t\"regions\": {\"here\": {\"fake\": {\"root\": \"/srv/x\"}}},"
                    + " \"retry\": {\"attempts\": 7}}"))
        .isEqualTo(
            Configuration.parse("regions: {here: {fake: {root: /srv/x}}}\nretry: {attempts: 7}"));
  }

  @Test
  @DisplayName("names the artifact of a backend that is not on the class path")
  void missingArtifact() {
    assertThatThrownBy(() -> Configuration.parse("regions: {here: {kubernetes: {context: x}}}"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::toString)
                    .containsExactly(
                        "regions.here.kubernetes: no artifact on the class path brings the backend"
                            + " 'kubernetes'; add dev.mooring:sdk-kubernetes (the text, line 1)"));
  }

  private static FakeBackend kubernetes() {
    return new FakeBackend(
        "kubernetes",
        Map.of(
            "kubeconfig", "/etc/mooring/kubeconfig",
            "context", "prod",
            "namespace", "mooring-{account}",
            "createNamespace", "false",
            "launchGrace", "10m",
            "instance.image", "mooring.local/tools:1",
            "instance.command", "sleep infinity",
            "instance.pullPolicy", "IfNotPresent"),
        null);
  }

  private static FakeBackend s3() {
    return new FakeBackend(
        "s3",
        Map.of("endpoint", "http://127.0.0.1:7480", "preset", "CEPH_RGW"),
        SecretReference.parse("file:/run/secrets/rgw"));
  }

  private static FakeBackend embedded() {
    return new FakeBackend("embedded", Map.of("root", "/srv/mooring", "launchGrace", "10m"), null);
  }

  private static List<Profile> profiles() {
    return List.of(
        Profile.of("block", VolumeKind.DRIVE, "fast-rwo")
            .withStorageClass("ceph-rbd")
            .withAccessMode(AccessMode.READ_WRITE_ONCE_POD)
            .withSizes(Capacity.gb(1), Capacity.tib(16))
            .asDefault(),
        Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
            .withStorageClass("cephfs")
            .withAccessMode(AccessMode.READ_WRITE_MANY)
            .withMountPath(new MountPath("/shared"))
            .withBestFor(List.of("code", "datasets"))
            .withAdminContact("storage@acme.example")
            .withDeclared(
                Map.of(
                    "durability",
                    Map.of("data", Map.of("erasure", "4+2"), "metadata", Map.of("replicas", 3)),
                    "expected",
                    Map.of(
                        "perClient",
                        Map.of(
                            "readMBps", 150,
                            "writeMBps", 130,
                            "readIops", 10_000,
                            "readLatencyMs", Map.of("avg", 2, "p99", 8)),
                        "asOf",
                        "2026-03-06")))
            .asDefault(),
        Profile.of("cold", VolumeKind.OBJECT, "object")
            .withCreateBy(CreateBy.GROUP_ADMIN)
            .withNodeSelector(Map.of("topology.kubernetes.io/zone", "a"))
            .withTrash(Duration.ofDays(7))
            .asDefault(),
        Profile.of("kept", VolumeKind.DRIVE, "fast-rwo")
            .withSnapshots(new SnapshotSchedule(24, 7, 4, 12)));
  }

  private static PriceBook prices() {
    return new PriceBook(
        Currency.getInstance("USD"),
        BillingPolicies.DAILY_30,
        List.of(
            Rate.perMonth(VolumeKind.DRIVE, "0.10", RateUnit.GB),
            new Rate(
                VolumeKind.FILESYSTEM,
                "shared",
                "us-central",
                new BigDecimal("0.20"),
                RateUnit.GIB)));
  }
}
