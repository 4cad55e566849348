package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.error.ConflictException;
import dev.mooring.error.StorageException;
import dev.mooring.operation.Operation;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeStatus;
import org.junit.jupiter.api.Test;

/** The trash of profiles that keep one. */
abstract class TrashingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  TrashingContract(Kind<V, C> kind) {
    super(kind);
  }

  private V kept() {
    return volumes(storage).create(small("workspace").profile(kind.kept())).await(PATIENCE);
  }

  @Test
  void aDeletedDriveGoesToTheTrashAndTellsUntilWhen() {
    V drive = kept();
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(volumes(storage).list()).isEmpty();
    assertThat(volumes(world.connect()).list(where().status(VolumeStatus.DELETED)))
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
    V drive = kept();
    drive.delete().await(PATIENCE);
    V restored = drive.restore();
    assertThat(restored.id()).isEqualTo(drive.id());
    assertThat(restored.attachments()).isEmpty();
    assertThat(restored.restorableUntil()).isEmpty();
    assertThat(volumes(storage).list()).extracting(V::name).contains("workspace");
    assertThat(attach("a", "workspace").mounts()).hasSize(1);
  }

  @Test
  void restoringWhatIsNotInTheTrashChangesNothing() {
    V drive = kept();
    V restored = drive.restore();
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
    V drive = kept();
    attach("a", "workspace");
    Operation<VolumeId> deletion = drive.deleteWhenDetached();
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(deletion.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(drive.refresh().restorableUntil()).isPresent();
    assertThat(drive.restore().status()).isEqualTo(drive.status());
  }

  @Test
  void whatIsBeingDeletedForGoodCannotBeRestored() {
    V drive = kept();
    drive.delete().await(PATIENCE);
    StorageClient dying = world.connect(Crash.after(1));
    assertThatThrownBy(() -> volumes(dying).named("workspace").purge())
        .isInstanceOf(Crash.Death.class);
    assertThatThrownBy(drive::restore).isInstanceOf(ConflictException.class);
    storage.recover();
  }

  @Test
  void aPurgedDriveIsGoneAlsoFromTheTrash() {
    V drive = kept();
    drive.delete().await(PATIENCE);
    assertThat(drive.purge().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(volumes(storage).list(where().status(VolumeStatus.DELETED))).isEmpty();
    world.assertEmpty(world.account);
  }

  @Test
  void purgingNeedsNoTrash() {
    V drive = kept();
    assertThat(drive.purge().await(PATIENCE)).isEqualTo(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void whereTheProfileKeepsNoTrashADeletedDriveIsGoneForGood() {
    V drive = volume("workspace");
    drive.delete().await(PATIENCE);
    assertThat(volumes(storage).list(where().status(VolumeStatus.DELETED))).isEmpty();
    assertThatThrownBy(drive::restore).isInstanceOf(StorageException.class);
  }
}
