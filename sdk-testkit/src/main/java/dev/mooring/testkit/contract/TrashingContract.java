package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  void aRestoredVolumeCountsAgainFromThenOn() {
    V volume = kept();
    volume.delete().await(PATIENCE);
    V restored = volume.restore();
    List<Operation<?>> history =
        restored.operations().stream().filter(o -> o.type() != OperationType.CREATE).toList();
    assertThat(history)
        .extracting(Operation::type)
        .containsExactly(OperationType.DELETE, OperationType.RESTORE);
    assertThat(history).extracting(Operation::state).containsOnly(OperationState.SUCCEEDED);
    assertThat(end(history.get(1))).isAfterOrEqualTo(end(history.get(0)));
    assertThat(storage.operations().find(history.get(1).id())).isPresent();
    assertThat(restored.sizes()).isEqualTo(volume.sizes());
    assertThat(volume.restore().operations())
        .as("once is enough")
        .hasSameSizeAs(restored.operations());
  }

  private static Instant end(Operation<?> operation) {
    return operation.history().get(operation.history().size() - 1).at();
  }

  @Test
  void aVolumeInTheTrashKeepsItsName() {
    V volume = kept();
    volume.delete().await(PATIENCE);
    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class,
            () -> volumes(storage).create(small("workspace").profile(kind.kept())));
    assertThat(taken).isNotNull();
    assertThat(taken.existingId()).isEqualTo(volume.id().value());
    assertThat(taken.hint()).hasValueSatisfying(h -> assertThat(h).contains("restore", "purge"));
    assertThat(volumes(storage).plan(small("workspace")).violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.ALREADY_EXISTS);
    assertThat(volumes(storage).named("workspace").restorableUntil())
        .isEqualTo(volume.refresh().restorableUntil());
    assertThatThrownBy(() -> volume.await(PATIENCE))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("in the trash until");
    volume.purge().await(PATIENCE);
    assertThat(volume("workspace").id()).isNotEqualTo(volume.id());
  }

  @Test
  void whatADeletionDoesCanBePlanned() {
    V volume = kept();
    assertThat(volume.planDelete().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.action()).isEqualTo("trash");
              assertThat(change.detail()).contains("until", "its data");
            });
    assertThat(volume.planPurge().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.action()).isEqualTo("delete");
              assertThat(change.detail()).contains("for good", "its data");
            });
    attach("a", "workspace");
    assertThat(volume.planPurge().violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.IN_USE);
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(volume.planDelete().apply().await(PATIENCE)).isEqualTo(volume.id());
    assertThat(volume.planDelete().changes()).extracting(Change::action).containsExactly("none");
    assertThat(volume.planPurge().apply().await(PATIENCE)).isEqualTo(volume.id());
    assertThatThrownBy(volume::planDelete).isInstanceOf(NotFoundException.class);
  }

  @Test
  void theTrashIsEmptiedWhenItsTimeIsOver() {
    V volume = kept();
    volume.delete().await(PATIENCE);
    assertThat(storage.recover().completed()).isEmpty();
    assertThat(volume.refresh().restorableUntil()).isPresent();
    world.expire("workspace", kind.kind());
    assertThat(storage.recover().completed()).hasSize(1);
    // It is never brought back; where the backend takes its time it is refused as being deleted.
    Eventually.passes(
        PATIENCE, () -> assertThatThrownBy(volume::restore).isInstanceOf(NotFoundException.class));
    world.assertEmpty(world.account);
  }

  /** Whatever the record says: as long as the backend shows bytes, they are not gone. */
  @Test
  void aPurgeHasSucceededOnceTheBackendShowsNothingMore() {
    V volume = kept();
    volume.delete().await(PATIENCE);
    Lingering lingering = new Lingering();
    Operation<VolumeId> purge = volumes(world.connect(lingering)).named("workspace").purge();
    StorageTimeoutException late =
        catchThrowableOfType(
            StorageTimeoutException.class, () -> purge.await(Duration.ofSeconds(3)));
    assertThat(late).isNotNull().hasMessageContaining(Lingering.PLACE);
    assertThat(late.operationId()).contains(purge.id().value());
    assertThat(purge.state()).isEqualTo(OperationState.RUNNING);
    assertThat(volumes(storage).find("workspace")).as("its name is free").isEmpty();
    lingering.end();
    assertThat(purge.await(PATIENCE)).isEqualTo(volume.id());
    assertThat(purge.warnings()).isEmpty();
    world.assertEmpty(world.account);
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
    assertThatThrownBy(() -> attach("a", "workspace"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("in the trash until")
        .hasMessageContaining("restore it");
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
