package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deleting for good: never what is used, and all of what is not. */
abstract class DeletingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  DeletingContract(Kind<V, C> kind) {
    super(kind);
  }

  @Test
  void aDeletedDriveIsGone() {
    V drive = volume("workspace");
    Operation<VolumeId> operation = drive.delete();
    assertThat(operation.type()).isEqualTo(OperationType.DELETE);
    assertThat(operation.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(volumes(storage).find("workspace")).isEmpty();
    assertThat(volumes(world.connect()).list()).isEmpty();
    assertThatThrownBy(drive::refresh).isInstanceOf(NotFoundException.class);
    world.assertEmpty(world.account);
  }

  @Test
  void deletingAgainIsDoneAlready() {
    V drive = volume("workspace");
    V seen = volumes(world.connect()).named("workspace");
    drive.delete().await(PATIENCE);
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(seen.delete().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(seen.purge().await(PATIENCE)).isEqualTo(drive.id());
  }

  @Test
  void aDriveMadeAgainUnderTheNameIsAnother() {
    V first = volume("workspace");
    first.delete().await(PATIENCE);
    V second = volume("workspace");
    assertThat(second.id()).isNotEqualTo(first.id());
    // A handle of the first must not reach the second.
    first.delete().await(PATIENCE);
    assertThat(volumes(storage).named("workspace").id()).isEqualTo(second.id());
    assertThatThrownBy(first::refresh).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aClaimedDriveIsNotDeletedAndItsHolderIsNamed() {
    V drive = volume("workspace");
    attach("a", "workspace");
    InUseException inUse =
        catchThrowableOfType(
            InUseException.class, () -> volumes(world.connect()).named("workspace").delete());
    assertThat(inUse).isNotNull().hasMessageContaining(kind.ref("workspace").toString());
    assertThat(inUse.holders()).extracting(Holder::name).containsExactly("a");
    assertThat(drive.refresh().attachments()).hasSize(1);
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void aDriveOfARunningInstanceIsNotDeletedNorPurged() {
    V drive = volume("workspace");
    Instance instance = storage.instances().launch(attach("a", "workspace")).await(PATIENCE);
    assertThatThrownBy(drive::delete).isInstanceOf(InUseException.class);
    assertThatThrownBy(drive::purge).isInstanceOf(InUseException.class);
    instance.stop();
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
  }

  /** Nobody detaches what is stopped and deleted, and nothing shall be left for a recovery. */
  @Test
  void withItsLastVolumeADeadTargetGoesToo() {
    V first = volume("first");
    V last = volume("last");
    Instance instance = storage.instances().launch(attach("a", "first", "last")).await(PATIENCE);
    instance.stop();
    first.delete().await(PATIENCE);
    last.delete().await(PATIENCE);
    assertThat(world.raw().targets().list(RecordQuery.where(Map.of())).records()).isEmpty();
    world.assertEmpty(world.account);
  }

  @Test
  void aDriveIsDeletedOnceItIsDetached() {
    V drive = volume("workspace");
    attach("a", "workspace");
    Operation<VolumeId> operation = drive.deleteWhenDetached();
    assertThat(operation.poll().state()).isEqualTo(OperationState.RUNNING);
    StorageClient other = world.connect();
    assertThatThrownBy(() -> attach(other, "b", "workspace"))
        .as("new users are refused from now on")
        .isInstanceOf(RuntimeException.class);
    other.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(operation.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(volumes(storage).find("workspace")).isEmpty();
  }

  @Test
  void aFreeDriveIsDeletedWhenDetachedAtOnce() {
    V drive = volume("workspace");
    assertThat(drive.deleteWhenDetached().await(PATIENCE)).isEqualTo(drive.id());
    assertThat(volumes(storage).find("workspace")).isEmpty();
  }

  @Test
  void aDriveCanBeDeletedBeforeItIsReady() {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    V drive = volumes(slow).create(small("workspace"));
    assertThat(drive.delete().await(PATIENCE)).isEqualTo(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void whatADyingHelperMakesTooLateGoesToo() {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    V drive = volumes(slow).create(small("workspace"));
    StorageBackend raw = world.raw();
    VolumeRecord asItWas = raw.volumes().list(RecordQuery.where(Map.of())).records().get(0);
    StorageClient other = world.connect(new LateHelper(raw, asItWas));
    assertThat(volumes(other).named("workspace").delete().await(PATIENCE)).isEqualTo(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void ofManyWhoDeleteAllSucceed() throws Exception {
    V drive = volume("workspace");
    List<StorageClient> clients = List.of(storage, world.connect());
    List<V> handles = clients.stream().map(client -> volumes(client).named("workspace")).toList();
    List<VolumeId> ids = Race.run(6, i -> handles.get(i % 2).delete().await(PATIENCE));
    assertThat(ids).hasSize(6).containsOnly(drive.id());
    world.assertEmpty(world.account);
  }

  @Test
  void deletingAndAttachingAtOnceNeverDoesBoth() throws Exception {
    for (int round = 0; round < 3; round++) {
      String name = "d" + round;
      V drive = volume(name);
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
