package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditRequest;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.ShareState;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares as objects of a real cluster, with the published rights; nothing is mounted here. */
@Tag("real")
class SharingRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;
  private static final String CLASS = "cephfs";

  @AutoClose private static final SharingSpaces SPACES = new SharingSpaces();

  private StorageClient storage = SPACES.client(CLASS);

  @AfterEach
  void clean() {
    storage.filesystems().list().toList().forEach(SharingRealTest::remove);
    SPACES.assertNothingShared();
    storage.close();
  }

  private static void remove(SharedFilesystem filesystem) {
    filesystem.shares().forEach(share -> share.revoke().await(PATIENCE));
    filesystem.refresh().delete().await(PATIENCE);
  }

  private SharedFilesystem filesystem() {
    return storage.filesystems().create("datasets", f -> f.size(gb(1))).await(PATIENCE);
  }

  private ShareRequest there() {
    return ShareRequest.into(SPACES.other.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cephfs", "ceph-filesystem", "juicefs"})
  void a_share_is_a_claim_there_bound_to_a_volume_of_its_own(String storageClass) {
    storage.close();
    storage = SPACES.client(storageClass);
    SharedFilesystem filesystem = filesystem();
    Share share = filesystem.share(there()).await(PATIENCE);
    assertThat(share.state()).isEqualTo(ShareState.MADE);
    PersistentVolumeClaim claim = SPACES.claims().get(0);
    PersistentVolume volume = SPACES.volumes().get(0);
    assertThat(claim.getMetadata().getName()).isEqualTo("datasets");
    assertThat(claim.getStatus().getPhase()).isEqualTo("Bound");
    assertThat(claim.getSpec().getStorageClassName()).isEmpty();
    assertThat(claim.getSpec().getVolumeName()).isEqualTo(volume.getMetadata().getName());
    assertThat(volume.getSpec().getPersistentVolumeReclaimPolicy()).isEqualTo("Retain");
    assertThat(volume.getSpec().getClaimRef().getUid()).isEqualTo(claim.getMetadata().getUid());
    Set<String> handles =
        SPACES.home.admin().persistentVolumes().list().getItems().stream()
            .filter(pv -> pv.getSpec().getCsi() != null)
            .filter(pv -> !pv.getMetadata().getName().equals(volume.getMetadata().getName()))
            .map(pv -> pv.getSpec().getCsi().getVolumeHandle())
            .collect(Collectors.toSet());
    assertThat(handles).isNotEmpty().doesNotContain(volume.getSpec().getCsi().getVolumeHandle());
    assertThat(storage.recover().released()).as("a listed share stays").isEmpty();
    assertThat(SPACES.claims()).hasSize(1);

    InUseException refused = catchThrowableOfType(InUseException.class, filesystem::delete);
    assertThat(refused).hasMessageContaining("share/" + SPACES.other.name() + "/datasets");
    share.revoke().await(PATIENCE);
    SPACES.assertNothingShared();
    assertThat(filesystem.refresh().shares()).isEmpty();
  }

  @Test
  void what_cannot_be_is_refused_before_anything_changes() {
    SharedFilesystem filesystem = filesystem();
    String home = SPACES.home.name();
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into(home)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("own namespace");
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into("no-such-namespace")))
        .isInstanceOfAny(NotFoundException.class, AccessDeniedException.class);
    PersistentVolumeClaim foreign =
        SPACES
            .other
            .admin()
            .resource(
                new PersistentVolumeClaimBuilder()
                    .withNewMetadata()
                    .withName("datasets")
                    .withNamespace(SPACES.other.name())
                    .endMetadata()
                    .withNewSpec()
                    .withAccessModes("ReadWriteOnce")
                    .withStorageClassName("")
                    .withNewResources()
                    .addToRequests("storage", new Quantity("1Mi"))
                    .endResources()
                    .endSpec()
                    .build())
            .create();
    assertThatThrownBy(() -> filesystem.share(there()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("another claim name");
    assertThat(SPACES.claims())
        .extracting(c -> c.getMetadata().getUid())
        .containsExactly(foreign.getMetadata().getUid());
    Share share = filesystem.share(there().claimedAs("theirs").asReadOnly()).await(PATIENCE);
    assertThat(SPACES.volumes().get(0).getSpec().getAccessModes()).containsExactly("ReadOnlyMany");
    share.revoke().await(PATIENCE);
    assertThat(SPACES.claims()).hasSize(1);
    SPACES.other.admin().resource(foreign).delete();
    assertThat(filesystem.refresh().operations())
        .filteredOn(o -> o.type() == OperationType.SHARE)
        .hasSize(1);
  }

  @Test
  void a_quota_of_the_other_namespace_counts() {
    SharedFilesystem filesystem = filesystem();
    var quotas = SPACES.other.admin().resourceQuotas().inNamespace(SPACES.other.name());
    var unused =
        quotas
            .resource(
                new ResourceQuotaBuilder()
                    .withNewMetadata()
                    .withName("none")
                    .endMetadata()
                    .withNewSpec()
                    .addToHard("persistentvolumeclaims", new Quantity("0"))
                    .endSpec()
                    .build())
            .create();
    try {
      Eventually.holds(
          "the quota is counted",
          () ->
              quotas.withName("none").get().getStatus().getUsed() != null
                  && !quotas.withName("none").get().getStatus().getUsed().isEmpty());
      assertThatThrownBy(() -> filesystem.share(there()))
          .isInstanceOf(QuotaExceededException.class);
      assertThat(filesystem.refresh().shares()).isEmpty();
      SPACES.assertNothingShared();
    } finally {
      quotas.withName("none").delete();
      Eventually.holds("the quota is gone", () -> quotas.withName("none").get() == null);
    }
  }

  @Test
  void a_profile_without_a_secret_says_so() {
    Profile bare =
        Profile.of("bare", VolumeKind.FILESYSTEM, "shared-rwx").withStorageClass(CLASS).asDefault();
    try (StorageClient without = SPACES.client(bare)) {
      SharedFilesystem filesystem =
          without.filesystems().create("datasets", f -> f.size(gb(1))).await(PATIENCE);
      assertThatThrownBy(() -> filesystem.share(there()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("shareSecret");
    }
  }

  @Test
  void an_audit_tells_of_shares_that_are_gone_and_of_those_that_nobody_lists() {
    SharedFilesystem filesystem = filesystem();
    Share share = filesystem.share(there()).await(PATIENCE);
    assertThat(findings(audit())).as("nothing is planted yet").isEmpty();
    PersistentVolume made = SPACES.volumes().get(0);

    SPACES.other.admin().resource(SPACES.claims().get(0)).delete();
    SPACES.home.admin().resource(made).delete();
    SPACES.assertNothingShared();
    Audit audit = audit();
    assertThat(findings(audit)).containsExactly("missing-share fs/datasets");
    AuditFinding missing = audit.report().findings().get(0);
    System.out.println("audit: " + missing);
    assertThatThrownBy(() -> audit.apply(missing.id()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("unshare it");
    share.revoke().await(PATIENCE);
    assertThat(findings(audit())).isEmpty();

    PersistentVolume unused = SPACES.home.admin().resource(LostVolume.again(made)).create();
    Audit later = audit();
    assertThat(findings(later)).containsExactly("unlisted-share share/" + share.id());
    AuditFinding unlisted = later.report().findings().get(0);
    System.out.println("audit: " + unlisted);
    assertThat(SPACES.volumes()).as("an audit changes nothing").hasSize(1);
    later.apply(unlisted.id());
    SPACES.assertNothingShared();
    assertThat(findings(audit())).isEmpty();
  }

  private Audit audit() {
    return storage.admin().audit(AuditRequest.everywhere().staleAfter(Duration.ZERO));
  }

  private static List<String> findings(Audit audit) {
    return audit.report().findings().stream()
        .map(finding -> finding.kind().word() + " " + finding.resource())
        .toList();
  }

  @Test
  void each_right_is_missed_by_name() {
    SharedFilesystem filesystem = filesystem();
    List<PolicyRule> all = TestNamespace.rules("role-share.yaml");
    SPACES.bindOther(
        List.of(
            new PolicyRuleBuilder()
                .withApiGroups("")
                .withResources("persistentvolumeclaims")
                .withVerbs("create")
                .build()));
    Triple get = new Triple("", "persistentvolumeclaims", "get");
    SPACES.home.untilAllowed(get, SPACES.other.name(), false);
    try {
      assertThatThrownBy(() -> filesystem.share(there()).await(PATIENCE))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("get")
          .hasMessageContaining("persistentvolumeclaims");
    } finally {
      SPACES.bindOther(all);
      SPACES.home.untilAllowed(get, SPACES.other.name(), true);
    }
    Eventually.holds(
        "the share that could not be made is gone",
        () -> storage.filesystems().named("datasets").shares().isEmpty());
  }

  @Test
  void a_killed_maker_or_revoker_leaves_nothing_half() {
    SharedFilesystem filesystem = filesystem();
    int killed = 0;
    for (int step = 0; step < 20; step++) {
      boolean dies = dies(Crash.after(step));
      killed += dies ? 1 : 0;
      var unused = storage.recover();
      // Binding is the cluster's, and takes its time.
      Eventually.holds(
          "each share is made",
          () -> filesystem.refresh().shares().stream().allMatch(s -> s.state() == ShareState.MADE));
      for (Share share : filesystem.refresh().shares()) {
        assertThat(SPACES.claims()).hasSize(1);
        share.revoke().await(PATIENCE);
      }
      SPACES.assertNothingShared();
      if (!dies) {
        break;
      }
    }
    assertThat(killed).isGreaterThan(4);
  }

  private boolean dies(Crash crash) {
    try (StorageClient dying =
        StorageClient.builder()
            .account("acme")
            .owner(Owner.user("ana"))
            .region(
                Cluster.REGION,
                RegionConfiguration.of(new InterceptedBackend(Cluster.backend(SPACES.home), crash))
                    .withProfiles(
                        List.of(
                            Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
                                .withStorageClass(CLASS)
                                .withShareSecret(SPACES.home.name() + "/" + SharingSpaces.SECRET)
                                .asDefault())))
            .build()) {
      SharedFilesystem mine = dying.filesystems().named("datasets");
      mine.share(there()).await(PATIENCE).revoke().await(PATIENCE);
      return false;
    } catch (Crash.Death death) {
      return true;
    }
  }
}
