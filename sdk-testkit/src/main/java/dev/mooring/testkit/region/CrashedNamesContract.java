package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.testkit.fault.Crash;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * A client dies before each of its changes in turn: what it reserved is finished or released by
 * whoever looks next, and a name is one volume's all the while.
 */
abstract class CrashedNamesContract extends RegionsTopic {
  private static final int MOST_STEPS = 30;

  /** Lets a client die in each step of a job, and looks after each death. */
  private void dieAtEachStep(IntConsumer prepare, Consumer<StorageClient> job, IntConsumer look) {
    for (int step = 0; step < MOST_STEPS; step += fixture().stride()) {
      prepare.accept(step);
      Crash crash = Crash.after(step);
      try {
        job.accept(world.connect(crash));
      } catch (Crash.Death death) {
        assertThat(crash.crashed()).isTrue();
      }
      look.accept(step);
      if (!crash.crashed()) {
        assertThat(step).as("changes of the job").isGreaterThan(2);
        return;
      }
    }
    throw new AssertionError("the job makes more than " + MOST_STEPS + " changes");
  }

  private void remove(String name) {
    StorageClient storage = world.connect();
    storage.cloudDrives().find(name).ifPresent(drive -> drive.purge().await(PATIENCE));
    assertThat(world.volumes()).isEmpty();
  }

  @Test
  void whoWantsTheNameInTheOtherRegionNextFindsItTakenOrTakesIt() {
    drive(world.connect(), "first", HOME).purge().await(PATIENCE);
    dieAtEachStep(
        step -> {},
        dying -> dying.cloudDrives().create(small("workspace", OTHER)).await(PATIENCE),
        step -> {
          boolean stored = !world.volumes().isEmpty();
          StorageClient next = world.connect();
          try {
            next.cloudDrives().create(small("workspace", HOME)).await(PATIENCE);
            assertThat(stored).as("a volume was there at step %d", step).isFalse();
          } catch (AlreadyExistsException e) {
            assertThat(stored).as("a volume was there at step %d", step).isTrue();
          }
          assertThat(world.volumes()).as("volumes at step %d", step).hasSize(1);
          world.assertNamesOfVolumes();
          remove("workspace");
          assertThat(world.names(HOME)).as("names at step %d", step).isEmpty();
        });
  }

  @Test
  void recoveryFinishesOrReleasesAReservation() {
    drive(world.connect(), "first", HOME).purge().await(PATIENCE);
    dieAtEachStep(
        step -> {},
        dying -> dying.cloudDrives().create(small("workspace", OTHER)).await(PATIENCE),
        step -> {
          world.connect().recover();
          world.assertNamesOfVolumes();
          remove("workspace");
        });
  }

  @Test
  void recoveryReleasesTheNameOfADeletionThatDied() {
    dieAtEachStep(
        step -> drive(world.connect(), "workspace", OTHER),
        dying -> dying.cloudDrives().named("workspace").delete().await(PATIENCE),
        step -> {
          world.connect().recover();
          Settled.names(world);
          remove("workspace");
          assertThat(world.names(HOME)).as("names at step %d", step).isEmpty();
        });
  }

  @Test
  void whoWantsTheNameNextReleasesThatOfADeletionThatDied() {
    dieAtEachStep(
        step -> drive(world.connect(), "workspace", OTHER),
        dying -> dying.cloudDrives().named("workspace").delete().await(PATIENCE),
        step -> {
          StorageClient next = world.connect();
          boolean deleted = next.cloudDrives().find("workspace").isEmpty();
          try {
            next.cloudDrives().create(small("workspace", HOME)).await(PATIENCE);
            Settled.volumes(world, 1);
          } catch (AlreadyExistsException | ConflictException e) {
            assertThat(deleted).as("a volume was deleted at step %d", step).isFalse();
          }
          remove("workspace");
          assertThat(world.names(HOME)).as("names at step %d", step).isEmpty();
        });
  }
}
