package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.config.Limits;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.Plan;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import dev.mooring.volume.VolumeStatus;
import org.junit.jupiter.api.Test;

/** Filesystems: in any number of targets at once, and kept as long as one of them is there. */
abstract class SharingContract extends Contract<SharedFilesystem, CreateFilesystem> {
  SharingContract() {
    super(Kind.FILESYSTEM);
  }

  private static Instance launch(StorageClient client, Launch launch) {
    return client.instances().launch(launch).await(PATIENCE);
  }

  @Test
  void aFilesystemIsInManyTargetsAtOnce() {
    SharedFilesystem filesystem = volume("datasets");
    attach("a", "datasets");
    attach(world.connect(), "b", "datasets");
    assertThat(filesystem.refresh().attachments())
        .extracting(attachment -> attachment.target().name())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(filesystem.refresh().status()).isEqualTo(VolumeStatus.ATTACHED);
    assertThat(storage.attachments().of(VolumeRef.fs("datasets"))).hasSize(2);
    assertThat(storage.filesystems().list())
        .singleElement()
        .satisfies(listed -> assertThat(listed.attachments()).hasSize(2));
  }

  @Test
  void whatOneWritesAnotherReads() {
    volume("datasets");
    Instance one = launch(storage, attach("a", "datasets"));
    Instance other = launch(world.connect(), attach(world.connect(), "b", "datasets"));
    String path = one.path("/mnt/datasets") + "/hello";
    assertThat(one.exec("sh", "-c", "echo from-a > " + path).exitCode()).isZero();
    String there = other.path("/mnt/datasets") + "/hello";
    Eventually.holds(
        "the other one reads it", () -> other.exec("cat", there).stdout().contains("from-a"));
    assertThat(other.exec("sh", "-c", "echo from-b >> " + there).exitCode()).isZero();
    Eventually.holds(
        "the first one reads the answer", () -> one.exec("cat", path).stdout().contains("from-b"));
  }

  @Test
  void aFilesystemGoesToItsDefaultPath() {
    storage.filesystems().create(small("datasets").mountPath("/data/sets")).await(PATIENCE);
    Launch launch = storage.attachments().to(instance("a")).mount("datasets").plan().apply();
    assertThat(launch.mounts())
        .extracting(mount -> mount.volume().toString(), mount -> mount.path().value())
        .containsExactly(tuple("fs/datasets", "/data/sets"));
  }

  @Test
  void aBareNameThatFitsTwoKindsIsRefusedWithBoth() {
    volume("twins");
    storage.cloudDrives().create("twins", d -> d.size(gb(1)).region(REGION)).await(PATIENCE);
    LaunchRequest bare = storage.attachments().to(instance("a")).mount("twins", "/data");
    assertThat(bare.plan().violations())
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.message()).contains("drive/twins").contains("fs/twins"));
    assertThatThrownBy(() -> storage.attachments().of(VolumeRef.named("twins")))
        .isInstanceOf(InvalidRequestException.class);
    Plan<Launch> both =
        storage
            .attachments()
            .to(instance("a"))
            .mount(VolumeRef.fs("twins"), "/shared")
            .mount(VolumeRef.drive("twins"), "/data")
            .plan();
    assertThat(both.apply().mounts()).hasSize(2);
    TargetAttachments attachments = storage.attachments().of(instance("a"));
    assertThatThrownBy(() -> attachments.detach(VolumeRef.named("twins")))
        .isInstanceOf(InvalidRequestException.class);
    attachments.detach(VolumeRef.fs("twins")).await(PATIENCE);
    assertThat(attachments.list())
        .extracting(attachment -> attachment.volume().toString())
        .containsExactly("drive/twins");
  }

  @Test
  void aVolumeIsNamedOnceHoweverItIsNamed() {
    volume("datasets");
    assertThat(
            storage
                .attachments()
                .to(instance("a"))
                .mount("datasets", "/one")
                .mount(VolumeRef.fs("datasets"), "/two")
                .plan()
                .violations())
        .extracting(Violation::message)
        .anySatisfy(message -> assertThat(message).contains("named twice"));
  }

  @Test
  void aFilesystemIsKeptWhileOneTargetHasIt() {
    SharedFilesystem filesystem = volume("datasets");
    attach("a", "datasets");
    attach("b", "datasets");
    InUseException inUse = catchThrowableOfType(InUseException.class, () -> filesystem.delete());
    assertThat(inUse).isNotNull();
    assertThat(inUse.holders()).extracting(Holder::name).containsExactlyInAnyOrder("a", "b");
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThatThrownBy(filesystem::purge).isInstanceOf(InUseException.class);
    Operation<VolumeId> deletion = filesystem.deleteWhenDetached();
    assertThat(deletion.poll().state()).isEqualTo(OperationState.RUNNING);
    storage.attachments().of(instance("b")).detachAll().await(PATIENCE);
    assertThat(deletion.await(PATIENCE)).isEqualTo(filesystem.id());
    world.assertEmpty(world.account);
  }

  @Test
  void aDetachmentFromOneLeavesTheOthers() {
    volume("datasets");
    attach("a", "datasets");
    attach("b", "datasets");
    storage.attachments().of(instance("a")).detach(VolumeRef.fs("datasets")).await(PATIENCE);
    assertThat(storage.attachments().list())
        .extracting(Attachment::target)
        .extracting(target -> target.name())
        .containsExactly("b");
  }

  /** Whoever deletes says so before it looks for users, so that it may die between the two. */
  @Test
  void aDeletionThatDiedAtAnyStepIsFinishedOrRefused() {
    SharedFilesystem filesystem = volume("datasets");
    Crash crash = Crash.after(1);
    StorageClient dying = world.connect(crash);
    assertThatThrownBy(() -> dying.filesystems().named("datasets").delete())
        .isInstanceOf(Crash.Death.class);
    assertThatThrownBy(() -> attach("a", "datasets"))
        .as("a deletion is written down")
        .isInstanceOf(RuntimeException.class);
    storage.recover();
    Eventually.holds(
        "the filesystem is gone", () -> storage.filesystems().find("datasets").isEmpty());
    assertThat(filesystem.delete().await(PATIENCE)).isEqualTo(filesystem.id());
  }

  @Test
  void whatIsInTheTrashIsNotLaunchedAndComesBackAttachedToNothing() {
    SharedFilesystem filesystem =
        storage.filesystems().create(small("datasets").profile(kind.kept())).await(PATIENCE);
    Launch launch = attach("a", "datasets");
    launch(storage, launch).stop();
    filesystem.delete().await(PATIENCE);
    assertThatThrownBy(() -> storage.instances().launch(launch))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(launch::renew).isInstanceOf(ConflictException.class);
    assertThat(storage.instances().list()).isEmpty();

    SharedFilesystem restored = filesystem.restore();
    assertThat(restored.attachments()).isEmpty();
    assertThatThrownBy(launch::renew).isInstanceOf(ConflictException.class);
    assertThat(filesystem.refresh().attachments()).isEmpty();
  }

  @Test
  void aPurgeBesideADeletionThatDiedIsAPurge() {
    SharedFilesystem filesystem =
        storage.filesystems().create(small("datasets").profile(kind.kept())).await(PATIENCE);
    StorageClient dying = world.connect(Crash.after(1));
    assertThatThrownBy(() -> dying.filesystems().named("datasets").delete())
        .isInstanceOf(Crash.Death.class);
    assertThat(filesystem.purge().await(PATIENCE)).isEqualTo(filesystem.id());
    world.assertEmpty(world.account);
  }

  @Test
  void filesystemsAreNoDrivesOfAnInstance() {
    StorageClient bounded =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(null, 1)));
    volume("one");
    volume("two");
    assertThat(attach(bounded, "a", "one", "two").mounts()).hasSize(2);
  }
}
