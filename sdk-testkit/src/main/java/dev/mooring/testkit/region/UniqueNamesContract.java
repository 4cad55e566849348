package dev.mooring.testkit.region;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;
import org.junit.jupiter.api.Test;

/** A name is one volume's, in whichever region. */
abstract class UniqueNamesContract extends RegionsTopic {
  @Test
  void aNameOfOneRegionIsTakenInTheOther() {
    StorageClient storage = world.connect();
    CloudDrive here = drive(storage, "workspace", OTHER);

    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class,
            () -> world.connect().cloudDrives().create(small("workspace", HOME)));

    assertThat(taken).isNotNull();
    assertThat(taken.existingId()).isEqualTo(here.id().value());
    assertThat(taken.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.field()).isEqualTo("region");
              assertThat(difference.toString()).contains(OTHER, HOME);
            });
    assertThat(storage.cloudDrives().create(small("workspace", OTHER)).id()).isEqualTo(here.id());
    assertThat(storage.cloudDrives().plan(small("workspace", HOME)).violations()).hasSize(1);
    assertThat(world.volumes()).hasSize(1);
    world.assertNamesOfVolumes();
  }

  @Test
  void aNameIsFreeInBothRegionsOnceItsVolumeIsGone() {
    StorageClient storage = world.connect();
    drive(storage, "workspace", OTHER).delete().await(PATIENCE);
    assertThat(world.names(HOME)).isEmpty();

    CloudDrive next = drive(storage, "workspace", HOME);
    assertThat(next.region()).isEqualTo(HOME);
    world.assertNamesOfVolumes();
  }

  @Test
  void aRefusedCreationLeavesNoReservation() {
    StorageClient limited = world.connect(OTHER, region -> region.withLimits(new Limits(gb(1), 8)));
    drive(limited, "first", OTHER);

    QuotaExceededException refused =
        catchThrowableOfType(
            QuotaExceededException.class,
            () -> limited.cloudDrives().create(small("second", OTHER)));

    assertThat(refused).isNotNull();
    assertThat(world.names(HOME)).extracting(NameRecord::name).containsExactly("first");
    drive(limited, "second", HOME);
    world.assertNamesOfVolumes();
  }

  @Test
  void kindsHaveNamesOfTheirOwn() {
    StorageClient storage = world.connect();
    drive(storage, "data", HOME);
    if (fixture().second().filesystemProfile().isPresent()) {
      storage
          .filesystems()
          .create("data", request -> request.size(gb(1)).region(OTHER))
          .await(PATIENCE);
      assertThat(world.volumes()).hasSize(2);
    }
    world.assertNamesOfVolumes();
  }

  @Test
  void recoveryReleasesStaleNamesAndReservesThoseThatWereReleasedByHand() {
    StorageClient storage = world.connect();
    drive(storage, "kept", OTHER);
    NameRecord kept = world.names(HOME).get(0);
    RecordStore<NameRecord> names = world.raw(HOME).ability(Naming.class).orElseThrow().names();
    NameRecord stale =
        new NameRecord(
            "drive-stale-0123456789abcdef0123",
            "",
            kept.createdAt(),
            kept.account(),
            kept.kind(),
            "stale",
            kept.owner(),
            HOME,
            "drive-stale-0123456789abcdef0123",
            kept.volumeId(),
            kept.since(),
            true);
    names.create(stale);
    names.delete(kept);

    RecoveryReport report = world.connect().recover();

    assertThat(report.released()).containsExactly("name drive/stale in " + HOME);
    assertThat(storage.recover().released()).isEmpty();
    world.assertNamesOfVolumes();
  }

  @Test
  void anAccountOfOneRegionReservesNothing() {
    StorageClient alone = world.alone(HOME);
    drive(alone, "workspace", HOME);
    assertThat(world.names(HOME)).isEmpty();
    assertThat(world.account(HOME)).isEmpty();
    alone.cloudDrives().named("workspace").delete().await(PATIENCE);
    assertThat(world.volumes()).isEmpty();
  }
}
