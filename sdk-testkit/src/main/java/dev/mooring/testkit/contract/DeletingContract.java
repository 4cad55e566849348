package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.volume.VolumeId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deleting for good: never what is used, and all of what is not. */
abstract class DeletingContract extends Contract {
  @Test
  void aDeletedDriveIsGone() {
    CloudDrive drive = drive("workspace");
    Operation<VolumeId> operation = drive.delete();
    assertThat(operation.type()).isEqualTo(OperationType.DELETE);
    assertThat(operation.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().find("workspace")).isEmpty();
    assertThat(world.connect().cloudDrives().list()).isEmpty();
    assertThatThrownBy(drive::refresh).isInstanceOf(NotFoundException.class);
    world.assertEmpty(world.account);
  }

  @Test
  void deletingAgainIsDoneAlready() {
    CloudDrive drive = drive("workspace");
    CloudDrive seen = world.connect().cloudDrives().named("workspace");
    drive.delete().await(PATIENCE);
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(seen.delete().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(seen.purge().await(PATIENCE)).isEqualTo(drive.id());
  }

  @Test
  void aDriveMadeAgainUnderTheNameIsAnother() {
    CloudDrive first = drive("workspace");
    first.delete().await(PATIENCE);
    CloudDrive second = drive("workspace");
    assertThat(second.id()).isNotEqualTo(first.id());
    // A handle of the first must not reach the second.
    first.delete().await(PATIENCE);
    assertThat(storage.cloudDrives().named("workspace").id()).isEqualTo(second.id());
    assertThatThrownBy(first::refresh).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aClaimedDriveIsNotDeletedAndItsHolderIsNamed() {
    CloudDrive drive = drive("workspace");
    attach("a", "workspace");
    InUseException inUse =
        catchThrowableOfType(
            InUseException.class, () -> world.connect().cloudDrives().named("workspace").delete());
    assertThat(inUse).isNotNull().hasMessageContaining("drive/workspace");
    assertThat(inUse.holders()).extracting(Holder::name).containsExactly("a");
    assertThat(drive.refresh().attachments()).hasSize(1);
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void aDriveOfARunningInstanceIsNotDeletedNorPurged() {
    CloudDrive drive = drive("workspace");
    Instance instance = storage.instances().launch(attach("a", "workspace")).await(PATIENCE);
    assertThatThrownBy(drive::delete).isInstanceOf(InUseException.class);
    assertThatThrownBy(drive::purge).isInstanceOf(InUseException.class);
    instance.stop();
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
  }

  @Test
  void aDriveIsDeletedOnceItIsDetached() {
    CloudDrive drive = drive("workspace");
    attach("a", "workspace");
    Operation<VolumeId> operation = drive.deleteWhenDetached();
    assertThat(operation.poll().state()).isEqualTo(OperationState.RUNNING);
    StorageClient other = world.connect();
    assertThatThrownBy(() -> attach(other, "b", "workspace"))
        .as("new users are refused from now on")
        .isInstanceOf(RuntimeException.class);
    other.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(operation.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().find("workspace")).isEmpty();
  }

  @Test
  void aFreeDriveIsDeletedWhenDetachedAtOnce() {
    CloudDrive drive = drive("workspace");
    assertThat(drive.deleteWhenDetached().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().find("workspace")).isEmpty();
  }

  @Test
  void aDriveCanBeDeletedBeforeItIsReady() {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    CloudDrive drive = slow.cloudDrives().create(small("workspace"));
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void ofManyWhoDeleteAllSucceed() throws Exception {
    CloudDrive drive = drive("workspace");
    List<StorageClient> clients = List.of(storage, world.connect());
    List<CloudDrive> handles =
        clients.stream().map(client -> client.cloudDrives().named("workspace")).toList();
    List<VolumeId> ids = Race.run(6, i -> handles.get(i % 2).delete().await(PATIENCE));
    assertThat(ids).hasSize(6).containsOnly(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void deletingAndAttachingAtOnceNeverDoesBoth() throws Exception {
    for (int round = 0; round < 3; round++) {
      String name = "d" + round;
      CloudDrive drive = drive(name);
      StorageClient other = world.connect();
      List<Boolean> done =
          Race.run(2, i -> i == 0 ? tried(drive::delete) : tried(() -> attach(other, "a", name)));
      assertThat(done).as("deleted, attached").containsOnlyOnce(true);
      if (done.get(1)) {
        assertThat(drive.refresh().attachments()).hasSize(1);
      }
    }
  }

  private static boolean tried(Runnable action) {
    try {
      action.run();
      return true;
    } catch (StorageException e) {
      return false;
    }
  }
}
