package dev.mooring.embedded.share;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditKind;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.embedded.Embedded;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.ShareState;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A share in another namespace")
class NamespaceSharingTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final RememberedShares cluster = new RememberedShares();
  private final List<StorageClient> clients = new ArrayList<>();
  private StorageClient storage;
  private SharedFilesystem filesystem;

  @BeforeEach
  void open() {
    storage = connect(behind());
    filesystem = make("datasets");
  }

  @AfterEach
  void close() {
    clients.forEach(StorageClient::close);
  }

  private SharedFilesystem make(String name) {
    return storage.filesystems().create(name, f -> f.size(gb(1))).await(LIMIT);
  }

  private Backend behind() {
    return new SharingBackend(Embedded.at(folder.resolve("root")), cluster);
  }

  private StorageClient connect(Interceptor interceptor) {
    return connect(new InterceptedBackend(behind(), interceptor));
  }

  private StorageClient connect(Backend backend) {
    List<Profile> profiles =
        List.of(
            Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx").asDefault(),
            Profile.of("kept", VolumeKind.FILESYSTEM, "shared-rwx").withTrash(Duration.ofDays(1)));
    StorageClient client =
        StorageClient.builder()
            .account("acme")
            .owner(Owner.user("ana"))
            .region("us-central", RegionConfiguration.of(backend).withProfiles(profiles))
            .build();
    clients.add(client);
    return client;
  }

  private Share share(String namespace) {
    return filesystem.share(ShareRequest.into(namespace)).await(LIMIT);
  }

  private List<Share> listed() {
    return storage.filesystems().named("datasets").shares();
  }

  @Test
  @DisplayName("is listed, is the same when it is asked for again, and is gone when it is revoked")
  void livesAndGoes() {
    Operation<Share> operation = filesystem.share(ShareRequest.into("team-b"));
    Share share = operation.await(LIMIT);
    assertThat(operation.type()).isEqualTo(OperationType.SHARE);
    assertThat(share.state()).isEqualTo(ShareState.MADE);
    assertThat(share.claim()).isEqualTo("datasets");
    assertThat(cluster.claims).containsOnlyKeys("team-b/datasets");
    assertThat(share("team-b").id()).isEqualTo(share.id());
    Share other =
        filesystem.share(ShareRequest.into("team-c").claimedAs("theirs").asReadOnly()).await(LIMIT);
    assertThat(other.readOnly()).isTrue();
    assertThat(listed()).extracting(Share::id).containsExactly(share.id(), other.id());
    assertThat(storage.operations().find(operation.id()).orElseThrow().await(LIMIT))
        .isInstanceOf(Share.class);

    Operation<Share> revocation = share.revoke();
    assertThat(revocation.await(LIMIT).id()).isEqualTo(share.id());
    assertThat(revocation.type()).isEqualTo(OperationType.UNSHARE);
    assertThat(listed()).extracting(Share::id).containsExactly(other.id());
    assertThat(share.revoke().await(LIMIT).id()).as("again").isEqualTo(share.id());
    other.revoke().await(LIMIT);
    assertThat(cluster.isEmpty()).isTrue();
  }

  @Test
  @DisplayName("in another way than the one that is there is a conflict that names it")
  void oneWayOnly() {
    share("team-b");
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into("team-b").asReadOnly()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("team-b/datasets");
  }

  @Test
  @DisplayName("keeps the filesystem from being deleted and purged, and names itself")
  void keepsTheFilesystem() {
    Share share = share("team-b");
    InUseException refused = catchThrowableOfType(InUseException.class, filesystem::delete);
    assertThat(refused)
        .hasMessageContaining("share/team-b/datasets")
        .hasMessageContaining("Revoke");
    assertThatThrownBy(filesystem::purge).isInstanceOf(InUseException.class);
    Operation<VolumeId> later = filesystem.deleteWhenDetached();
    assertThat(later.poll().state()).isEqualTo(OperationState.RUNNING);
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into("team-c")))
        .isInstanceOf(ConflictException.class);
    share.revoke().await(LIMIT);
    later.await(LIMIT);
    assertThat(storage.filesystems().find("datasets")).isEmpty();
    assertThat(cluster.isEmpty()).isTrue();
  }

  @Test
  @DisplayName("is not made of a filesystem in the trash")
  void notFromTheTrash() {
    SharedFilesystem kept =
        storage.filesystems().create("old", f -> f.size(gb(1)).profile("kept")).await(LIMIT);
    kept.delete().await(LIMIT);
    assertThatThrownBy(() -> kept.share(ShareRequest.into("team-b")))
        .isInstanceOf(ConflictException.class);
    kept.restore().share(ShareRequest.into("team-b")).await(LIMIT);
    assertThatThrownBy(kept::delete).isInstanceOf(InUseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Team", "a/b", "..", "a b", "a\nb", "-a", "a%2fb", "../../x"})
  @DisplayName("is not asked for in what can be no namespace")
  void hostileNamespaces(String namespace) {
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into(namespace)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into("b").claimedAs(namespace)))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(listed()).isEmpty();
  }

  @Test
  @DisplayName("is refused before anything changes where the backend says so")
  void refused() {
    assertThatThrownBy(() -> share("missing")).isInstanceOf(NotFoundException.class);
    SharedFilesystem rbd = make("rbd");
    UnsupportedException unsupported =
        catchThrowableOfType(
            UnsupportedException.class, () -> rbd.share(ShareRequest.into("team-b")));
    assertThat(unsupported.capability()).isEqualTo("SHARING");
    assertThat(storage.filesystems().named("datasets").operations())
        .noneMatch(o -> o.type() == OperationType.SHARE);
  }

  @Test
  @DisplayName("that cannot be made is gone again, and says why")
  void withdrawn() {
    cluster.forbidden = true;
    assertThatThrownBy(() -> share("team-b"))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("persistentvolumes");
    cluster.forbidden = false;
    assertThat(listed()).isEmpty();
    cluster.claims.put("team-b/datasets", "foreign");
    assertThatThrownBy(() -> share("team-b")).isInstanceOf(ConflictException.class);
    assertThat(listed()).isEmpty();
    assertThat(cluster.volumes).isEmpty();
    assertThat(cluster.claims).containsExactlyEntriesOf(Map.of("team-b/datasets", "foreign"));
  }

  @Test
  @DisplayName(
      "is not revoked while it is mounted; who mounts it afterwards keeps it until he ends")
  void inUse() {
    Share share = share("team-b");
    cluster.pods.add("team-b/datasets");
    assertThatThrownBy(share::revoke)
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("pod/reader");
    assertThat(listed()).singleElement().extracting(Share::state).isEqualTo(ShareState.MADE);
    cluster.pods.clear();
    StorageClient slow =
        connect(
            call -> {
              if (call.name().equals("Sharing.revoke")) {
                cluster.pods.add("team-b/datasets");
              }
              return call.proceed();
            });
    Operation<Share> revocation = slow.filesystems().named("datasets").shares().get(0).revoke();
    assertThat(revocation.state()).isEqualTo(OperationState.RUNNING);
    assertThatThrownBy(filesystem::delete).isInstanceOf(InUseException.class);
    cluster.pods.clear();
    assertThat(storage.filesystems().named("datasets").shares()).isEmpty();
    assertThat(cluster.isEmpty()).isTrue();
  }

  @Test
  @DisplayName(
      "is made, or revoked, to its end by whoever looks next, wherever its maker was killed")
  void killedAnywhere() {
    int killed = 0;
    for (int step = 0; step < 40; step++) {
      cluster.between = () -> {};
      Crash crash = Crash.after(step);
      StorageClient dying = connect(crash);
      boolean dies = dies(dying);
      killed += dies ? 1 : 0;
      var unused = storage.recover();
      for (Share left : listed()) {
        assertThat(left.state()).isEqualTo(ShareState.MADE);
        assertThat(cluster.claims).containsOnlyKeys("team-b/datasets");
        left.revoke().await(LIMIT);
      }
      assertThat(cluster.isEmpty()).as("after step %d", step).isTrue();
      if (!dies) {
        break;
      }
    }
    assertThat(killed).isGreaterThan(4);
  }

  private static boolean dies(StorageClient dying) {
    try {
      SharedFilesystem mine = dying.filesystems().named("datasets");
      mine.share(ShareRequest.into("team-b")).await(LIMIT).revoke().await(LIMIT);
      return false;
    } catch (Crash.Death death) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("leaves nothing when its maker is killed between its two objects")
  void killedBetween(int which) {
    AtomicInteger left = new AtomicInteger(which);
    cluster.between =
        () -> {
          if (left.decrementAndGet() == 0) {
            throw new StackOverflowError("killed");
          }
        };
    assertThatThrownBy(() -> share("team-b").revoke()).isInstanceOf(StackOverflowError.class);
    assertThat(cluster.volumes).hasSize(1);
    listed().forEach(share -> share.revoke().await(LIMIT));
    assertThat(listed()).isEmpty();
    assertThat(cluster.isEmpty()).isTrue();
  }

  @Test
  @DisplayName("is not made again by somebody slow once it was revoked")
  void slowMaker() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    StorageClient slow =
        connect(
            call -> {
              if (call.name().equals("Sharing.make")) {
                begun.countDown();
                go.await();
              }
              return call.proceed();
            });
    CompletableFuture<Void> late =
        Aside.run(
            () -> {
              try {
                slow.filesystems().named("datasets").share(ShareRequest.into("team-b"));
              } catch (StorageException e) {
                assertThat(e).hasMessageContaining("datasets");
              }
            });
    begun.await();
    listed().forEach(share -> share.revoke().await(LIMIT));
    assertThat(cluster.isEmpty()).isTrue();
    go.countDown();
    late.get();
    assertThat(listed()).isEmpty();
    assertThat(cluster.isEmpty()).isTrue();
  }

  @Test
  @DisplayName("that no record lists is taken away by recovery, and a listed one is not")
  void unlisted() {
    Share share = share("team-b");
    cluster.volumes.put("0".repeat(32), "fs-gone");
    cluster.places.put("0".repeat(32), "team-c/gone");
    cluster.claims.put("team-c/gone", "0".repeat(32));
    assertThat(storage.recover().toString()).contains("team-c/gone");
    assertThat(cluster.volumes).containsOnlyKeys(share.id());
    assertThat(cluster.claims).containsOnlyKeys("team-b/datasets");
  }

  @Test
  @DisplayName("that no record lists is told by an audit, and taken away only when that is told to")
  void auditOfUnlisted() {
    Share share = share("team-b");
    assertThat(storage.admin().audit().report().findings()).isEmpty();
    String lost = "0".repeat(32);
    cluster.volumes.put(lost, "fs-gone");
    cluster.places.put(lost, "team-c/gone");
    cluster.claims.put("team-c/gone", lost);
    Audit audit = storage.admin().audit();
    AuditFinding finding = only(audit);
    assertThat(finding.kind()).isEqualTo(AuditKind.UNLISTED_SHARE);
    assertThat(finding.resource()).isEqualTo("share/" + lost);
    assertThat(finding.words()).contains("team-c/gone", "fs-gone");
    assertThat(cluster.volumes).containsOnlyKeys(share.id(), lost);
    audit.apply(finding.id());
    assertThat(cluster.volumes).containsOnlyKeys(share.id());
    assertThat(cluster.claims).containsOnlyKeys("team-b/datasets");
    assertThatThrownBy(() -> audit.apply(finding.id())).isInstanceOf(ConflictException.class);
  }

  @Test
  @DisplayName("that is listed and gone is told by an audit, and revoked by hand")
  void auditOfMissing() {
    Share share = share("team-b");
    cluster.volumes.clear();
    cluster.places.clear();
    cluster.claims.clear();
    Audit audit = storage.admin().audit();
    AuditFinding finding = only(audit);
    assertThat(finding.kind()).isEqualTo(AuditKind.MISSING_SHARE);
    assertThat(finding.resource()).isEqualTo("fs/datasets");
    assertThat(finding.words()).contains("team-b/datasets");
    assertThatThrownBy(() -> audit.apply(finding.id()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(finding.action().words());
    assertThat(listed()).hasSize(1);
    share.revoke().await(LIMIT);
    assertThat(storage.admin().audit().report().findings()).isEmpty();
  }

  private static AuditFinding only(Audit audit) {
    assertThat(audit.report().findings()).hasSize(1);
    return audit.report().findings().get(0);
  }

  @Test
  @DisplayName("and a deletion at once: exactly one of the two succeeds")
  void deletionOrShare() throws Exception {
    for (int round = 0; round < 12; round++) {
      SharedFilesystem raced = make("raced");
      StorageClient other = connect(behind());
      CompletableFuture<Boolean> sharing =
          CompletableFuture.supplyAsync(
              () ->
                  succeeds(
                      () ->
                          other
                              .filesystems()
                              .named("raced")
                              .share(ShareRequest.into("team-b"))
                              .await(LIMIT)));
      boolean deleted = succeeds(() -> raced.delete().await(LIMIT));
      boolean made = sharing.get();
      assertThat(deleted).as("deleted, and shared: %s", made).isNotEqualTo(made);
      storage
          .filesystems()
          .find("raced")
          .ifPresent(
              left -> {
                left.shares().forEach(share -> share.revoke().await(LIMIT));
                left.refresh().delete().await(LIMIT);
              });
      assertThat(cluster.isEmpty()).isTrue();
    }
  }

  private static boolean succeeds(Runnable verb) {
    try {
      verb.run();
      return true;
    } catch (StorageException e) {
      return false;
    }
  }
}
