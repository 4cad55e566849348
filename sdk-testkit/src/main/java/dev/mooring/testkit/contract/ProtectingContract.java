package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.ProtectedException;
import dev.mooring.error.StorageException;
import dev.mooring.error.Violation;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protection from being deleted: nothing deletes what is protected, whoever was first. */
abstract class ProtectingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  ProtectingContract(Kind<V, C> kind) {
    super(kind);
  }

  @Test
  void aProtectedVolumeIsNotDeletedUntilItIsUnprotected() {
    V volume = volume("workspace");
    assertThat(volume.isProtected()).isFalse();
    V guarded = volume.protect();
    assertThat(guarded.isProtected()).isTrue();
    V seen = volumes(world.connect()).named("workspace");
    assertThat(seen.protectedSince()).isEqualTo(guarded.protectedSince());
    assertThat(volumes(storage).list().findFirst().orElseThrow().isProtected()).isTrue();
    assertThatThrownBy(volume::delete)
        .isInstanceOf(ProtectedException.class)
        .hasMessageContaining(kind.ref("workspace").toString())
        .hasMessageContaining(toTheSecond(guarded.protectedSince().orElseThrow()))
        .hasMessageContaining("nprotect it");
    assertThatThrownBy(seen::purge).isInstanceOf(ProtectedException.class);
    assertThatThrownBy(seen::deleteWhenDetached).isInstanceOf(ProtectedException.class);
    assertThat(seen.planDelete().violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.PROTECTED);
    assertThat(volume.refresh().status()).isEqualTo(volume.status());
    assertThat(volume.operations()).noneMatch(o -> o.type() == OperationType.DELETE);
    V free = seen.unprotect();
    assertThat(free.protectedSince()).isEmpty();
    assertThat(free.delete().await(PATIENCE)).isEqualTo(volume.id());
    assertThat(volumes(storage).find("workspace")).isEmpty();
  }

  @Test
  void bothMayBeRepeated() {
    V volume = volume("workspace");
    Instant since = volume.protect().protectedSince().orElseThrow();
    world.passUntil(since);
    assertThat(volume.protect().protectedSince()).contains(since);
    assertThat(volume.unprotect().isProtected()).isFalse();
    assertThat(volume.unprotect().isProtected()).isFalse();
    assertThat(volume.protect().protectedSince().orElseThrow()).isAfterOrEqualTo(since);
    volume.unprotect();
  }

  @Test
  void aProtectedVolumeIsUsedLikeAnyOther() {
    volume("workspace").protect();
    assertThat(attach("a", "workspace").mounts()).hasSize(1);
    assertThat(volumes(storage).create(small("workspace")).isProtected()).isTrue();
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    storage.recover();
    volumes(storage).named("workspace").unprotect();
  }

  @Test
  void aDeletionThatOnlyWaitsEndsWithTheProtection() {
    V volume = volume("workspace");
    attach("a", "workspace");
    Operation<VolumeId> deletion = volume.deleteWhenDetached();
    assertThat(deletion.poll().state()).isEqualTo(OperationState.RUNNING);
    V guarded = volumes(world.connect()).named("workspace").protect();
    assertThat(guarded.status()).isNotEqualTo(VolumeStatus.DELETING);
    assertThatThrownBy(() -> deletion.await(PATIENCE)).isInstanceOf(ProtectedException.class);
    assertThat(deletion.state()).isEqualTo(OperationState.FAILED);
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    storage.recover();
    assertThat(volumes(storage).named("workspace").id()).isEqualTo(volume.id());
    assertThat(attach("b", "workspace").mounts()).as("new users are let in again").hasSize(1);
    storage.attachments().of(instance("b")).detachAll().await(PATIENCE);
    // The deletion does not begin anew.
    assertThat(volume.unprotect().status()).isNotEqualTo(VolumeStatus.DELETING);
    storage.recover();
    assertThat(volumes(storage).find("workspace")).isPresent();
  }

  @Test
  void inTheTrashItStaysAlsoWhenItsTimeIsOver() {
    V volume = volumes(storage).create(small("workspace").profile(kind.kept())).await(PATIENCE);
    volume.delete().await(PATIENCE);
    V guarded = volume.protect();
    assertThat(guarded.status()).isEqualTo(VolumeStatus.DELETED);
    assertThatThrownBy(volume::purge).isInstanceOf(ProtectedException.class);
    assertThat(volume.delete().await(PATIENCE)).as("it is in the trash").isEqualTo(volume.id());
    world.expire("workspace", kind.kind());
    storage.recover();
    assertThat(volumes(storage).list(where().status(VolumeStatus.DELETED))).hasSize(1);
    V restored = volume.restore();
    assertThat(restored.isProtected()).isTrue();
    assertThatThrownBy(volume::delete).isInstanceOf(ProtectedException.class);
    volume.unprotect();
    volume.delete().await(PATIENCE);
    world.expire("workspace", kind.kind());
    storage.recover();
    Eventually.holds("it is gone", () -> volumes(storage).find("workspace").isEmpty());
    world.assertEmpty(world.account);
  }

  @Test
  void whatIsBeingDeletedOrGoneCannotBeProtected() {
    V volume = volume("workspace");
    StorageClient dying = world.connect(Crash.after(committed()));
    assertThatThrownBy(() -> volumes(dying).named("workspace").delete())
        .isInstanceOf(Crash.Death.class);
    assertThatThrownBy(volume::protect).isInstanceOf(ConflictException.class);
    storage.recover();
    world.assertEmpty(world.account);
    assertThatThrownBy(volume::protect).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(volume::unprotect).isInstanceOf(NotFoundException.class);
  }

  /** The changes until a deletion is committed: what many use is looked at first. */
  private int committed() {
    return kind.oneWriter() ? 1 : 2;
  }

  @Test
  void ofProtectingAndDeletingAtOnceExactlyOneWins() throws Exception {
    for (int round = 0; round < 4; round++) {
      String name = "d" + round;
      V volume = volume(name);
      V other = volumes(world.connect()).named(name);
      List<Boolean> done = Race.run(2, i -> i == 0 ? tried(volume::delete) : tried(other::protect));
      assertThat(done).as("deleted, protected").containsOnlyOnce(true);
      if (done.get(1)) {
        assertThat(volume.refresh().isProtected()).isTrue();
        assertThat(volume.refresh().status()).isNotEqualTo(VolumeStatus.DELETING);
        volume.unprotect();
      } else {
        assertThat(volume.delete().await(PATIENCE)).isEqualTo(volume.id());
      }
    }
  }

  private static boolean tried(Runnable action) {
    try {
      action.run();
      return true;
    } catch (StorageException e) {
      assertThat(e)
          .isInstanceOfAny(
              ProtectedException.class, ConflictException.class, NotFoundException.class);
      return false;
    }
  }

  private static String toTheSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
