package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.Limits;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.Difference;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creating: what a drive is, that a request can be repeated, and who wins a race. */
abstract class CreatingContract extends Contract {
  private AlreadyExistsException taken(CreateDrive request) {
    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class, () -> storage.cloudDrives().create(request));
    assertThat(taken).as("refusal of %s", request).isNotNull();
    return taken;
  }

  @Test
  void aCreatedDriveTellsWhatWasAskedAndWhatWasGiven() {
    CloudDrive drive =
        storage
            .cloudDrives()
            .create(
                small("workspace")
                    .description("Ana's work: “drafts”, 1 line")
                    .label("team", "nlp")
                    .mountPath("/workspace"))
            .await(PATIENCE);
    assertThat(drive.ref()).hasToString("drive/workspace");
    assertThat(drive.kind()).isEqualTo(VolumeKind.DRIVE);
    assertThat(drive.account()).isEqualTo(world.account);
    assertThat(drive.owner()).isEqualTo(Owner.user("ana"));
    assertThat(drive.region()).isEqualTo(REGION);
    assertThat(drive.profile()).isEqualTo(fixture().profile().name());
    assertThat(drive.size()).isEqualTo(gb(1));
    assertThat(drive.requestedSize()).contains(gb(1));
    assertThat(drive.capacity().orElse(gb(1))).isGreaterThanOrEqualTo(gb(1));
    assertThat(drive.description()).contains("Ana's work: “drafts”, 1 line");
    assertThat(drive.labels()).isEqualTo(Labels.of("team", "nlp"));
    assertThat(drive.defaultMountPath()).contains(new MountPath("/workspace"));
    assertThat(drive.attachments()).isEmpty();
    assertThat(drive.suspended()).isFalse();
    assertThat(drive.restorableUntil()).isEmpty();
    assertThat(drive.backendDetails()).isNotEmpty();
    assertThat(drive.createdAt()).isBeforeOrEqualTo(world.raw().now().plusSeconds(1));
  }

  @Test
  void whatWasCreatedIsSeenByAnotherProcess() {
    CloudDrive drive = drive("workspace");
    CloudDrive seen = world.connect().cloudDrives().named("workspace");
    assertThat(seen.id()).isEqualTo(drive.id());
    assertThat(seen.status()).isEqualTo(drive.status());
    assertThat(seen.createdAt()).isEqualTo(drive.createdAt());
  }

  @Test
  void theSameRequestAgainReturnsTheSameDrive() {
    CloudDrive first = drive("workspace");
    CloudDrive again = storage.cloudDrives().create(small("workspace"));
    CloudDrive elsewhere = world.connect().cloudDrives().create("workspace", d -> d.size(gb(1)));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(elsewhere.id()).isEqualTo(first.id());
    assertThat(storage.cloudDrives().list()).hasSize(1);
  }

  @Test
  void descriptionLabelsAndPathAreNeitherComparedNorChanged() {
    CreateDrive request = small("workspace").description("first").label("a", "1").mountPath("/a");
    CloudDrive first = storage.cloudDrives().create(request).await(PATIENCE);
    CloudDrive again =
        storage
            .cloudDrives()
            .create(small("workspace").description("second").label("b", "2").mountPath("/b"));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.refresh().description()).contains("first");
    assertThat(again.labels()).isEqualTo(Labels.of("a", "1"));
    assertThat(again.defaultMountPath()).contains(new MountPath("/a"));
  }

  @Test
  void anotherSizeOfTheSameNameIsRefusedWithTheDifference() {
    CloudDrive first = drive("workspace");
    AlreadyExistsException taken = taken(small("workspace").size(gb(2)));
    assertThat(taken.existingId()).isEqualTo(first.id().value());
    assertThat(taken.differences())
        .containsExactly(new Difference("size", gb(1).toString(), gb(2).toString()));
    assertThat(storage.cloudDrives().named("workspace").size()).isEqualTo(gb(1));
  }

  @Test
  void everyFieldThatDiffersIsTold() {
    CloudDrive first = drive("workspace");
    AlreadyExistsException taken = taken(small("workspace").size(gb(2)).profile(World.KEPT));
    assertThat(taken.existingId()).isEqualTo(first.id().value());
    assertThat(taken.differences())
        .extracting(Difference::field)
        .containsExactlyInAnyOrder("size", "profile");
  }

  @Test
  void ofManyWhoCreateTheSameAllGetTheOneDrive() throws Exception {
    List<StorageClient> clients = List.of(storage, world.connect());
    List<String> ids =
        Race.run(8, i -> clients.get(i % 2).cloudDrives().create(small("workspace")).id().value());
    assertThat(ids).hasSize(8).containsOnly(ids.get(0));
    assertThat(storage.cloudDrives().list()).hasSize(1);
  }

  @Test
  void ofManyWhoCreateUnlikeDrivesOfOneNameExactlyOneWins() throws Exception {
    List<StorageClient> clients = List.of(storage, world.connect());
    List<Optional<String>> ids =
        Race.run(
            6,
            i -> {
              try {
                CreateDrive request = small("workspace").size(gb(i + 1L));
                return Optional.of(clients.get(i % 2).cloudDrives().create(request).id().value());
              } catch (AlreadyExistsException e) {
                assertThat(e.differences()).isNotEmpty();
                return Optional.empty();
              }
            });
    List<String> winners = ids.stream().flatMap(Optional::stream).toList();
    assertThat(winners).hasSize(1);
    assertThat(storage.cloudDrives().named("workspace").id().value()).isEqualTo(winners.get(0));
  }

  @Test
  void aCreationBeyondTheQuotaIsRefusedWithTheFigures() {
    Capacity quota = gb(3);
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(quota, 8)));
    limited.cloudDrives().create(small("first").size(gb(2)));
    QuotaExceededException refused =
        catchThrowableOfType(
            QuotaExceededException.class,
            () -> limited.cloudDrives().create(small("second").size(gb(2))));
    assertThat(refused).isNotNull();
    assertThat(refused.used()).hasValue(gb(2).bytes());
    assertThat(refused.limit()).hasValue(quota.bytes());
    assertThat(refused.asked()).hasValue(gb(2).bytes());
    assertThat(limited.cloudDrives().find("second")).isEmpty();
    limited.cloudDrives().create(small("third"));
    assertThat(limited.cloudDrives().list()).extracting(CloudDrive::name).hasSize(2);
  }

  @Test
  void aQuotaOfNothingLetsNothingIn() {
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(gb(0), 8)));
    QuotaExceededException refused =
        catchThrowableOfType(
            QuotaExceededException.class, () -> limited.cloudDrives().create(small("first")));
    assertThat(refused).isNotNull();
    assertThat(refused.limit()).hasValue(0);
    assertThat(limited.cloudDrives().list()).isEmpty();
  }

  @Test
  void aDriveIsReadyBeforeItsFirstUse() {
    List<VolumeStatus> ready = new ArrayList<>(List.of(VolumeStatus.AVAILABLE));
    CloudDrive drive = drive("workspace");
    // A class that binds at the first use stays PENDING until then, and says so.
    drive.statusReason().ifPresent(reason -> ready.add(VolumeStatus.PENDING));
    assertThat(drive.status()).isIn(ready);
  }

  @Test
  void manyDrivesCanBeCreatedAtOnce() throws Exception {
    Race.run(6, i -> storage.cloudDrives().create(small("d" + i)).await(PATIENCE));
    assertThat(storage.cloudDrives().list())
        .extracting(CloudDrive::name)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 6).mapToObj(i -> "d" + i).toList());
  }
}
