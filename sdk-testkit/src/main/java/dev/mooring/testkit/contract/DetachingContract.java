package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.volume.VolumeStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Detaching: at once where nobody mounts, refused where somebody writes. */
abstract class DetachingContract extends Contract<CloudDrive, CreateDrive> {
  DetachingContract() {
    super(Kind.DRIVE);
  }

  @Test
  void aClaimThatNobodyUsesIsDetachedAtOnce() {
    volume("workspace");
    attach("a", "workspace");
    Operation<List<Attachment>> detached =
        storage.attachments().of(instance("a")).detach(World.ref("workspace"));
    assertThat(detached.type()).isEqualTo(OperationType.DETACH);
    assertThat(detached.await(PATIENCE))
        .extracting(attachment -> attachment.volume().name())
        .containsExactly("workspace");
    assertThat(storage.cloudDrives().named("workspace").attachments()).isEmpty();
    assertThat(storage.cloudDrives().named("workspace").status())
        .isIn(VolumeStatus.AVAILABLE, VolumeStatus.PENDING);
    world.assertNoClaims();
    assertThat(attach(world.connect(), "b", "workspace").mounts()).hasSize(1);
  }

  @Test
  void detachingWhatIsNotAttachedIsDoneWithoutAResult() {
    volume("workspace");
    for (int i = 0; i < 2; i++) {
      Operation<List<Attachment>> nothing =
          storage.attachments().of(instance("a")).detach(World.ref("workspace"));
      assertThat(nothing.state()).isEqualTo(OperationState.SUCCEEDED);
      assertThat(nothing.await(PATIENCE)).isEmpty();
    }
  }

  @Test
  void detachingFromAnotherTargetLeavesTheHolderAlone() {
    volume("workspace");
    attach("a", "workspace");
    assertThat(
            storage.attachments().of(instance("b")).detach(World.ref("workspace")).await(PATIENCE))
        .isEmpty();
    assertThat(storage.attachments().of(World.ref("workspace")))
        .extracting(attachment -> attachment.target().name())
        .containsExactly("a");
  }

  @Test
  void oneDriveOfSeveralIsDetachedAndTheOthersStay() {
    volume("one");
    volume("two");
    attach("a", "one", "two");
    storage.attachments().of(instance("a")).detach(World.ref("one")).await(PATIENCE);
    assertThat(storage.attachments().of(instance("a")).list())
        .extracting(attachment -> attachment.volume().name())
        .containsExactly("two");
  }

  @Test
  void everythingIsDetachedInOneCall() {
    volume("one");
    volume("two");
    attach("a", "one", "two");
    assertThat(storage.attachments().of(instance("a")).detachAll().await(PATIENCE)).hasSize(2);
    assertThat(storage.attachments().of(instance("a")).list()).isEmpty();
    assertThat(storage.attachments().of(instance("a")).launch()).isEmpty();
    world.assertNoClaims();
    assertThat(storage.attachments().of(instance("a")).detachAll().await(PATIENCE)).isEmpty();
  }

  @Test
  void aDriveOfARunningInstanceIsNotDetached() {
    volume("workspace");
    storage.instances().launch(attach("a", "workspace")).await(PATIENCE);
    StorageClient other = world.connect();
    InUseException inUse =
        catchThrowableOfType(
            InUseException.class,
            () -> other.attachments().of(instance("a")).detach(World.ref("workspace")));
    assertThat(inUse).isNotNull();
    assertThat(inUse.holders())
        .singleElement()
        .satisfies(
            holder -> {
              assertThat(holder.live()).isTrue();
              assertThat(holder.state()).isEqualTo("running");
            });
    assertThat(inUse.holders()).extracting(Holder::name).isNotEmpty();
    assertThat(storage.cloudDrives().named("workspace").status()).isEqualTo(VolumeStatus.ATTACHED);
  }

  @Test
  void detachingAfterTheInstanceHasStoppedIsANoOp() {
    volume("workspace");
    storage.instances().launch(attach("a", "workspace")).await(PATIENCE).stop();
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(storage.attachments().list()).isEmpty();
    assertThat(attach("b", "workspace").mounts()).hasSize(1);
  }
}
