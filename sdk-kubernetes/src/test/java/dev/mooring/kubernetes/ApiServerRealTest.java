package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.VolumeStatus;
import dev.mooring.watch.VolumeEvent;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API server is killed and comes back, once with an etcd that has forgotten what was. */
@Tag("real")
@Tag("disruptive")
class ApiServerRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;
  private static final String SERVER = "kube-apiserver";

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final DriverFaults faults = DriverFaults.of("rbd.csi.ceph.com", NAMESPACE.name());

  @RegisterExtension final TestBed testBed = new TestBed();

  private final StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme");

  @AfterEach
  void close() {
    faults.end();
    testBed.up();
    storage.close();
    NAMESPACE.empty();
  }

  private CloudDrive create(String name) {
    return storage.cloudDrives().create(CreateDrive.named(name).size(gb(1)));
  }

  private void attach(String target, String drive) {
    storage.attachments().to(Target.instance(target)).mount(drive, "/w").plan().apply();
  }

  private void assertOne(String drive) {
    assertThat(
            NAMESPACE
                .admin()
                .persistentVolumeClaims()
                .inNamespace(NAMESPACE.name())
                .withLabel("mooring.dev/name", drive)
                .list()
                .getItems())
        .as("claims of " + drive)
        .hasSize(1);
  }

  @Test
  void calls_fail_truthfully_while_it_is_away_and_succeed_once_when_repeated() {
    create("held").await(PATIENCE);
    testBed.kill(SERVER);

    for (Runnable call :
        List.<Runnable>of(() -> create("lost"), () -> attach("one", "held"), storage::recover)) {
      StorageException failure = catchThrowableOfType(StorageException.class, call::run);
      assertThat(failure)
          .isInstanceOfAny(UnavailableException.class, OutcomeUnknownException.class);
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.hint()).as("what to do").isNotEmpty();
    }

    testBed.up();
    assertThat(storage.cloudDrives().find("lost")).isEmpty();
    create("lost").await(PATIENCE);
    attach("one", "held");
    storage.recover();
    assertOne("lost");
    assertThat(storage.cloudDrives().named("held").attachments()).hasSize(1);
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void calls_that_it_dies_under_have_happened_once_or_not_at_all() throws Exception {
    create("held").await(PATIENCE);
    CompletableFuture<Map.Entry<Integer, ErrorCode>> told =
        Aside.begin(
            () -> {
              for (int i = 0; ; i++) {
                try {
                  create("d" + i);
                  attach("t" + i, i == 0 ? "held" : "d" + (i - 1));
                } catch (StorageException e) {
                  return Map.entry(i, e.code());
                }
              }
            });
    Eventually.holds("calls are under way", () -> storage.cloudDrives().find("d2").isPresent());
    testBed.kill(SERVER);
    Map.Entry<Integer, ErrorCode> failed = told.get(2, TimeUnit.MINUTES);
    assertThat(failed.getValue()).isIn(ErrorCode.UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN);

    testBed.up();
    storage.recover();
    int last = failed.getKey();
    create("d" + last).await(PATIENCE);
    for (int i = 0; i <= last; i++) {
      assertOne("d" + i);
      storage.cloudDrives().named("d" + i).await(PATIENCE);
    }
    assertThat(storage.operations().running()).isEmpty();
    storage
        .attachments()
        .list()
        .toList()
        .forEach(a -> storage.attachments().of(a.target()).detachAll().await(PATIENCE));
    storage.cloudDrives().list().toList().forEach(d -> d.delete().await(PATIENCE));
    assertThat(storage.cloudDrives().list()).isEmpty();
  }

  @Test
  void a_wait_outlives_it_and_an_etcd_that_forgot_what_was_watched() throws Exception {
    // The driver makes nothing until the fault is gone, so the wait spans it all.
    faults.write("{\"failCreate\": \"Unavailable: not yet\"}");
    CloudDrive drive = create("slow");
    CompletableFuture<CloudDrive> waiting = Aside.begin(() -> drive.await(Duration.ofMinutes(4)));
    Eventually.holds(
        "the driver refused once",
        () -> drive.refresh().statusReason().filter(r -> r.raw().contains("not yet")).isPresent());

    testBed.kill(SERVER);
    testBed.compact();
    testBed.up();
    faults.end();

    assertThat(waiting.get(5, TimeUnit.MINUTES).status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertOne("slow");
  }

  @Test
  void a_watch_of_volumes_misses_no_lasting_change() {
    create("old").await(PATIENCE);
    List<String> told = new CopyOnWriteArrayList<>();
    VolumeListener<CloudDrive> listener =
        new VolumeListener<>() {
          @Override
          public void heard(VolumeEvent<? extends CloudDrive> event) {
            told.add(event.type() + " " + event.ref().name());
          }

          @Override
          public void ended(StorageException cause) {
            told.add("ended: " + cause);
          }
        };
    try (VolumeWatch watch = storage.cloudDrives().watch(listener)) {
      testBed.kill(SERVER);
      testBed.compact();
      testBed.up();
      // Before it watches anew: it makes a pause, and another client does not.
      try (StorageClient other = Cluster.client(Cluster.backend(NAMESPACE), "acme")) {
        other.cloudDrives().create(CreateDrive.named("new").size(gb(1))).await(PATIENCE);
        other.cloudDrives().named("old").purge().await(PATIENCE);
      }
      Eventually.passes(PATIENCE, () -> assertThat(told).contains("DELETED old", "CREATED new"));
      assertThat(watch.token().text()).isNotEmpty();
    }
  }

  @Test
  void a_list_whose_continuation_is_forgotten_says_so_and_can_be_read_anew() {
    List.of("a", "b", "c").forEach(this::create);
    StorageBackend backend =
        Cluster.backend(NAMESPACE)
            .connect(
                new BackendContext(
                    Cluster.REGION,
                    "acme",
                    Owner.user("ana"),
                    Cluster.profiles(Cluster.LOOP_BACKED),
                    null,
                    Duration.ofSeconds(30),
                    Clock.systemUTC()));
    try (backend) {
      RecordQuery query = new RecordQuery(Map.of(), 1, null);
      RecordPage<VolumeRecord> first = backend.volumes().list(query);
      String next = first.next().orElseThrow();
      // Something newer, so that the server cannot have the page's revision in memory when it is
      // back.
      create("d");
      testBed.kill(SERVER);
      testBed.up();
      testBed.compact();

      assertThatThrownBy(() -> backend.volumes().list(query.next(next)))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("egin to read anew");
      assertThat(backend.volumes().list(RecordQuery.where(Map.of())).records()).hasSize(4);
    }
  }
}
