package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.region.Probe;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Crash;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A second region: the names that are there come first, and all clients agree on one home. */
abstract class JoiningContract extends RegionsTopic {
  private static final int MOST_STEPS = 30;

  @Test
  void aSecondRegionFindsTheNamesOfTheFirstReserved() {
    StorageClient alone = world.alone(HOME);
    drive(alone, "one", HOME);
    drive(alone, "two", HOME);

    StorageClient storage = world.connect();
    assertThatThrownBy(() -> storage.cloudDrives().create(small("one", OTHER)))
        .isInstanceOf(AlreadyExistsException.class);
    drive(storage, "three", OTHER);

    world.assertNamesOfVolumes();
    assertThat(world.account(HOME).orElseThrow().regions()).containsOnlyKeys(HOME, OTHER);
    assertThat(world.account(OTHER).orElseThrow().home()).isEqualTo(HOME);
  }

  @Test
  void whoStillKnowsTheHomeOnlyReservesFromThenOn() {
    StorageClient alone = world.alone(HOME);
    drive(alone, "one", HOME);
    drive(world.connect(), "two", OTHER);

    drive(alone, "three", HOME);
    world.assertNamesOfVolumes();
    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class, () -> alone.cloudDrives().create(small("two", HOME)));
    assertThat(taken).isNotNull().hasMessageContaining(OTHER);
    assertThat(world.volumes()).hasSize(3);
    alone.cloudDrives().named("three").delete().await(PATIENCE);
    world.assertNamesOfVolumes();
  }

  /** It finds out after it stored its volume, and takes that away again. */
  @Test
  void whoNeverHeardOfTheNewRegionTakesItsVolumeAwayAgain() {
    CloudDrive two = drive(world.connect(), "two", OTHER);
    StorageClient alone = world.alone(HOME);

    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class, () -> alone.cloudDrives().create(small("two", HOME)));

    assertThat(taken).isNotNull();
    assertThat(taken.existingId()).isEqualTo(two.id().value());
    Settled.volumes(world, 1);
    world.assertNamesOfVolumes();
  }

  /** Its reservation is taken over while it is about to store. */
  @Test
  void whoIsOvertakenFromARegionItDoesNotKnowTakesItsVolumeAwayAgain() {
    StorageClient both = world.connect();
    drive(both, "one", OTHER);
    AtomicBoolean overtaken = new AtomicBoolean();
    StorageClient alone =
        world.alone(
            HOME,
            call -> {
              if (call.name().equals("volumes.create")
                  && call.argument() instanceof VolumeRecord record
                  && record.spec().name().equals("contested")
                  && overtaken.compareAndSet(false, true)) {
                drive(both, "contested", OTHER);
              }
              return call.proceed();
            });
    drive(alone, "two", HOME);

    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class,
            () -> alone.cloudDrives().create(small("contested", HOME)));

    assertThat(overtaken).isTrue();
    assertThat(taken).isNotNull().hasMessageContaining(OTHER);
    Settled.volumes(world, 3);
    world.assertNamesOfVolumes();
  }

  @Test
  void whoKnowsNotTheHomeIsRefusedAndLeavesNothing() {
    StorageClient alone = world.alone(OTHER);
    drive(alone, "one", OTHER);
    drive(world.connect(), "two", HOME);

    for (int i = 0; i < 2; i++) {
      InvalidRequestException refused =
          catchThrowableOfType(
              InvalidRequestException.class,
              () -> alone.cloudDrives().create(small("three", OTHER)));
      assertThat(refused).isNotNull().hasMessageContaining("home: " + HOME);
      assertThat(refused.violations()).extracting(v -> v.field()).containsExactly("home");
    }

    Settled.volumes(world, 2);
    assertThat(alone.cloudDrives().named("one").region()).isEqualTo(OTHER);
    world.connect().recover();
    world.assertNamesOfVolumes();
  }

  @Test
  void whoHasAnotherHomeIsRefusedWithBothNamed() {
    drive(world.connect(), "one", HOME);
    StorageClient other = world.open(world.builder(OTHER, HOME, OTHER));

    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class, () -> other.cloudDrives().create(small("two", OTHER)));

    assertThat(refused).isNotNull();
    assertThat(refused.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo("home");
              assertThat(violation.message()).contains("is " + OTHER, "home is " + HOME);
              assertThat(violation.suggested()).contains(HOME);
            });
    assertThat(other.regions().check())
        .filteredOn(line -> line.name().equals("names"))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.outcome()).isEqualTo(Probe.Outcome.FAILED);
              assertThat(line.detail()).contains("home is " + HOME);
            });
    assertThat(world.connect().regions().check())
        .filteredOn(line -> line.name().equals("names"))
        .extracting(Probe::outcome)
        .containsExactly(Probe.Outcome.OK, Probe.Outcome.OK);
    assertThat(other.cloudDrives().named("one").delete().await(PATIENCE)).isNotNull();
    assertThat(world.volumes()).isEmpty();
    world.connect().recover();
    assertThat(world.names(HOME)).isEmpty();
  }

  @Test
  void aNameThatIsInBothAlreadyIsAConflictAndNothingChanges() {
    drive(world.alone(HOME), "one", HOME);
    drive(world.alone(HOME), "twin", HOME);
    drive(world.alone(OTHER), "twin", OTHER);
    StorageClient storage = world.connect();

    assertThatThrownBy(() -> storage.cloudDrives().create(small("two", HOME)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive/twin")
        .hasMessageContaining(HOME)
        .hasMessageContaining(OTHER);

    assertThat(world.names(HOME)).isEmpty();
    assertThat(world.account(HOME)).isEmpty();
    assertThat(world.account(OTHER)).isEmpty();
    assertThat(world.volumes()).hasSize(3);
    drive(world.alone(OTHER), "four", OTHER);

    world.alone(OTHER).cloudDrives().named("twin").delete().await(PATIENCE);
    drive(storage, "two", HOME);
    world.assertNamesOfVolumes();
  }

  @Test
  void whoDiesWhileARegionIsAddedIsFollowedByTheNext() {
    drive(world.alone(HOME), "one", HOME);
    drive(world.alone(OTHER), "two", OTHER);
    for (int step = 0; step < MOST_STEPS; step += fixture().stride()) {
      Crash crash = Crash.after(step);
      try {
        world.connect(crash).cloudDrives().create(small("three", OTHER)).await(PATIENCE);
      } catch (Crash.Death death) {
        assertThat(crash.crashed()).isTrue();
      }
      if (!crash.crashed()) {
        world.assertNamesOfVolumes();
        return;
      }
      assertThat(world.account(HOME).map(record -> record.regions().size()).orElse(0))
          .as("regions that count as joined after %d changes", step)
          .isIn(0, 2);
      if (world.account(HOME).filter(a -> !a.regions().isEmpty()).isPresent()) {
        assertThat(world.names(HOME)).extracting(NameRecord::name).contains("one", "two");
      }
    }
    throw new AssertionError("it takes more than " + MOST_STEPS + " changes");
  }

  @Test
  void twoClientsAddARegionAtOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      drive(world.alone(HOME), "home-" + i, HOME);
      drive(world.alone(OTHER), "other-" + i, OTHER);
    }
    StorageClient one = world.connect();
    StorageClient two = world.connect();

    CompletableFuture<CloudDrive> first =
        CompletableFuture.supplyAsync(() -> drive(one, "one", HOME));
    CompletableFuture<CloudDrive> second =
        CompletableFuture.supplyAsync(() -> drive(two, "two", OTHER));

    assertThat(first.get().id()).isNotEqualTo(second.get().id());
    assertThat(world.volumes()).hasSize(8);
    world.assertNamesOfVolumes();
  }
}
