package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.StorageException;
import dev.mooring.operation.Operation;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeStatus;
import org.junit.jupiter.api.Test;

/** The trash of profiles that keep one. */
abstract class TrashingContract extends Contract {
  private CloudDrive kept() {
    return storage.cloudDrives().create(small("workspace").profile(World.KEPT)).await(PATIENCE);
  }

  @Test
  void aDeletedDriveGoesToTheTrashAndTellsUntilWhen() {
    CloudDrive drive = kept();
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().list()).isEmpty();
    assertThat(world.connect().cloudDrives().list(where().status(VolumeStatus.DELETED)))
        .singleElement()
        .satisfies(
            trashed -> {
              assertThat(trashed.id()).isEqualTo(drive.id());
              assertThat(trashed.status()).isEqualTo(VolumeStatus.DELETED);
              assertThat(trashed.restorableUntil()).isPresent();
              assertThat(trashed.restorableUntil().orElseThrow())
                  .isBetween(
                      world.raw().now().plus(World.TRASH).minusSeconds(300),
                      world.raw().now().plus(World.TRASH).plusSeconds(300));
            });
  }

  @Test
  void aRestoredDriveIsThereAgainAttachedToNothing() {
    CloudDrive drive = kept();
    drive.delete().await(PATIENCE);
    CloudDrive restored = drive.restore();
    assertThat(restored.id()).isEqualTo(drive.id());
    assertThat(restored.attachments()).isEmpty();
    assertThat(restored.restorableUntil()).isEmpty();
    assertThat(storage.cloudDrives().list()).extracting(CloudDrive::name).contains("workspace");
    assertThat(attach("a", "workspace").mounts()).hasSize(1);
  }

  @Test
  void restoringWhatIsNotInTheTrashChangesNothing() {
    CloudDrive drive = kept();
    CloudDrive restored = drive.restore();
    assertThat(restored.id()).isEqualTo(drive.id());
    assertThat(restored.status()).isEqualTo(drive.status());
  }

  @Test
  void aDriveInTheTrashCannotBeAttached() {
    kept().delete().await(PATIENCE);
    assertThatThrownBy(() -> attach("a", "workspace")).isInstanceOf(StorageException.class);
    assertThat(storage.attachments().list()).isEmpty();
  }

  @Test
  void aDriveThatIsDeletedWhenDetachedGoesToTheTrashToo() {
    CloudDrive drive = kept();
    attach("a", "workspace");
    Operation<VolumeId> deletion = drive.deleteWhenDetached();
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(deletion.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(drive.refresh().restorableUntil()).isPresent();
    assertThat(drive.restore().status()).isEqualTo(drive.status());
  }

  @Test
  void whatIsBeingDeletedForGoodCannotBeRestored() {
    CloudDrive drive = kept();
    drive.delete().await(PATIENCE);
    StorageClient dying = world.connect(Crash.after(1));
    assertThatThrownBy(() -> dying.cloudDrives().named("workspace").purge())
        .isInstanceOf(Crash.Death.class);
    assertThatThrownBy(drive::restore).isInstanceOf(ConflictException.class);
    storage.recover();
  }

  @Test
  void aPurgedDriveIsGoneAlsoFromTheTrash() {
    CloudDrive drive = kept();
    drive.delete().await(PATIENCE);
    assertThat(drive.purge().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().list(where().status(VolumeStatus.DELETED))).isEmpty();
    world.assertEmpty(world.account);
  }

  @Test
  void purgingNeedsNoTrash() {
    CloudDrive drive = kept();
    assertThat(drive.purge().await(PATIENCE)).isEqualTo(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void whereTheProfileKeepsNoTrashADeletedDriveIsGoneForGood() {
    CloudDrive drive = drive("workspace");
    drive.delete().await(PATIENCE);
    assertThat(storage.cloudDrives().list(where().status(VolumeStatus.DELETED))).isEmpty();
    assertThatThrownBy(drive::restore).isInstanceOf(StorageException.class);
  }
}
