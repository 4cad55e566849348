package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.instance.Instance;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.VolumeStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Drives that become free by themselves, and those that do not. */
abstract class AutoDetachingContract extends Contract<CloudDrive, CreateDrive> {
  AutoDetachingContract() {
    super(Kind.DRIVE);
  }

  private Instance running(StorageClient client, String name, String drive) {
    return client.instances().launch(attach(client, name, drive)).await(PATIENCE);
  }

  /** Asserts that a drive can be had by another target now. */
  private void assertFree(StorageClient client, String drive) {
    CloudDrive read = client.cloudDrives().named(drive);
    assertThat(read.status()).isIn(VolumeStatus.AVAILABLE, VolumeStatus.PENDING);
    assertThat(read.attachments()).isEmpty();
    assertThat(attach(client, "next", drive).mounts()).hasSize(1);
  }

  @Test
  void aDriveIsFreeWhenItsInstanceHasStopped() {
    volume("workspace");
    running(storage, "a", "workspace").stop();
    assertFree(storage, "workspace");
  }

  @Test
  void aDriveIsFreeForOthersWhenItsInstanceHasStopped() {
    volume("workspace");
    running(storage, "a", "workspace").stop();
    assertFree(world.connect(), "workspace");
  }

  @Test
  void aDriveIsFreeWhenItsInstanceWasKilledBehindOurBack() {
    volume("workspace");
    running(storage, "a", "workspace");
    StorageClient other = world.connect();
    fixture().killInstance(other, "a");
    Eventually.holds(
        "the drive is free", () -> other.cloudDrives().named("workspace").attachments().isEmpty());
    assertFree(other, "workspace");
  }

  @Test
  void aDriveOfARunningInstanceStaysHeldAfterItsGrace() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "workspace");
    Launch launch = attach(hasty, "a", "workspace");
    hasty.instances().launch(launch).await(PATIENCE);
    world.passUntil(launch.graceUntil());
    assertThat(hasty.cloudDrives().named("workspace").attachments()).hasSize(1);
    assertThatThrownBy(() -> attach(world.connect(world.hasty()), "b", "workspace"))
        .isInstanceOf(InUseException.class);
  }

  @Test
  void aTargetThatWasNeverStartedHoldsItsDriveWithinTheGrace() {
    volume("workspace");
    Launch launch = attach("a", "workspace");
    assertThat(launch.graceUntil()).isAfter(world.raw().now());
    StorageClient other = world.connect();
    assertThat(other.cloudDrives().named("workspace").attachments())
        .singleElement()
        .satisfies(attachment -> assertThat(attachment.live()).isTrue());
    assertThatThrownBy(() -> attach(other, "b", "workspace")).isInstanceOf(InUseException.class);
  }

  @Test
  void aTargetThatWasNeverStartedLosesItsDriveAfterTheGrace() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "workspace");
    Launch launch = attach(hasty, "a", "workspace");
    world.passUntil(launch.graceUntil());
    assertFree(world.connect(world.hasty()), "workspace");
    assertThat(hasty.attachments().of(instance("a")).list()).isEmpty();
  }

  @Test
  void aRenewedLaunchHoldsLonger() {
    volume("workspace");
    Launch launch = attach("a", "workspace");
    Instant first = launch.graceUntil();
    fixture().clock().ifPresent(clock -> clock.set(first.minusSeconds(60)));
    Launch renewed = launch.renew();
    assertThat(renewed.graceUntil()).isAfter(first);
    assertThat(renewed.token()).isEqualTo(launch.token());
    fixture().clock().ifPresent(clock -> clock.set(renewed.graceUntil().minusSeconds(60)));
    assertThatThrownBy(() -> attach(world.connect(), "b", "workspace"))
        .isInstanceOf(InUseException.class);
  }

  @Test
  void aLaunchThatLostItsClaimsCannotBeRenewed() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "workspace");
    Launch launch = attach(hasty, "a", "workspace");
    world.passUntil(launch.graceUntil());
    attach(hasty, "b", "workspace");
    assertThatThrownBy(launch::renew).isInstanceOf(ConflictException.class);
    assertThat(hasty.attachments().of(World.ref("workspace")))
        .extracting(attachment -> attachment.target().name())
        .containsExactly("b");
  }

  @Test
  void aLaunchThatLostOneOfItsClaimsCannotBeRenewed() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "one");
    volume(hasty, "two");
    Launch launch = attach(hasty, "a", "one", "two");
    world.passUntil(launch.graceUntil());
    attach(hasty, "b", "one");
    assertThatThrownBy(launch::renew).isInstanceOf(ConflictException.class);
  }

  @Test
  void aLaunchThatLostItsClaimsStartsNothing() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "workspace");
    Launch launch = attach(hasty, "a", "workspace");
    world.passUntil(launch.graceUntil());
    attach(hasty, "b", "workspace");
    assertThatThrownBy(() -> hasty.instances().launch(launch).await(PATIENCE))
        .isInstanceOf(ConflictException.class);
    assertThat(hasty.instances().find("a")).isEmpty();
  }

  @Test
  void anInstanceOfTheSameNameBeginsANewLife() {
    volume("workspace");
    Launch first = attach("a", "workspace");
    storage.instances().launch(first).await(PATIENCE).stop();
    Launch second = attach("a", "workspace");
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(storage.instances().launch(second).await(PATIENCE).name()).isEqualTo("a");
  }

  @Test
  void recoveryFreesTheClaimsOfDeadTargetsAndTellsSo() {
    volume("workspace");
    running(storage, "a", "workspace");
    StorageClient other = world.connect();
    fixture().killInstance(other, "a");
    Eventually.holds(
        "the claim is released, by this recovery or by an earlier look",
        () ->
            !other.recover().released().isEmpty()
                || other.cloudDrives().named("workspace").attachments().isEmpty());
    assertFree(other, "workspace");
  }
}
