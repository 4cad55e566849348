package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.Limits;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.Difference;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creating: what a drive is, that a request can be repeated, and who wins a race. */
abstract class CreatingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  CreatingContract(Kind<V, C> kind) {
    super(kind);
  }

  private AlreadyExistsException taken(C request) {
    AlreadyExistsException taken =
        catchThrowableOfType(AlreadyExistsException.class, () -> volumes(storage).create(request));
    assertThat(taken).as("refusal of %s", request).isNotNull();
    return taken;
  }

  @Test
  void aCreatedDriveTellsWhatWasAskedAndWhatWasGiven() {
    V drive =
        volumes(storage)
            .create(
                small("workspace")
                    .description("Ana's work: “drafts”, 1 line")
                    .label("team", "nlp")
                    .mountPath("/workspace"))
            .await(PATIENCE);
    assertThat(drive.ref()).hasToString(kind.ref("workspace").toString());
    assertThat(drive.kind()).isEqualTo(kind.kind());
    assertThat(drive.account()).isEqualTo(world.account);
    assertThat(drive.owner()).isEqualTo(Owner.user("ana"));
    assertThat(drive.region()).isEqualTo(REGION);
    assertThat(drive.profile()).isEqualTo(profile().name());
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
    V drive = volume("workspace");
    V seen = volumes(world.connect()).named("workspace");
    assertThat(seen.id()).isEqualTo(drive.id());
    assertThat(seen.status()).isEqualTo(drive.status());
    assertThat(seen.createdAt()).isEqualTo(drive.createdAt());
  }

  @Test
  void theSameRequestAgainReturnsTheSameDrive() {
    V first = volume("workspace");
    V again = volumes(storage).create(small("workspace"));
    V elsewhere = volumes(world.connect()).create("workspace", d -> d.size(gb(1)));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(elsewhere.id()).isEqualTo(first.id());
    assertThat(volumes(storage).list()).hasSize(1);
  }

  @Test
  void descriptionLabelsAndPathAreNeitherComparedNorChanged() {
    C request = small("workspace").description("first").label("a", "1").mountPath("/a");
    V first = volumes(storage).create(request).await(PATIENCE);
    V again =
        volumes(storage)
            .create(small("workspace").description("second").label("b", "2").mountPath("/b"));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.refresh().description()).contains("first");
    assertThat(again.labels()).isEqualTo(Labels.of("a", "1"));
    assertThat(again.defaultMountPath()).contains(new MountPath("/a"));
  }

  @Test
  void anotherSizeOfTheSameNameIsRefusedWithTheDifference() {
    V first = volume("workspace");
    AlreadyExistsException taken = taken(small("workspace").size(gb(2)));
    assertThat(taken.existingId()).isEqualTo(first.id().value());
    assertThat(taken.differences())
        .containsExactly(new Difference("size", gb(1).toString(), gb(2).toString()));
    assertThat(volumes(storage).named("workspace").size()).isEqualTo(gb(1));
  }

  @Test
  void everyFieldThatDiffersIsTold() {
    V first = volume("workspace");
    AlreadyExistsException taken = taken(small("workspace").size(gb(2)).profile(kind.kept()));
    assertThat(taken.existingId()).isEqualTo(first.id().value());
    assertThat(taken.differences())
        .extracting(Difference::field)
        .containsExactlyInAnyOrder("size", "profile");
  }

  @Test
  void ofManyWhoCreateTheSameAllGetTheOneDrive() throws Exception {
    List<StorageClient> clients = List.of(storage, world.connect());
    List<String> ids =
        Race.run(8, i -> volumes(clients.get(i % 2)).create(small("workspace")).id().value());
    assertThat(ids).hasSize(8).containsOnly(ids.get(0));
    assertThat(volumes(storage).list()).hasSize(1);
  }

  @Test
  void ofManyWhoCreateUnlikeDrivesOfOneNameExactlyOneWins() throws Exception {
    List<StorageClient> clients = List.of(storage, world.connect());
    List<Optional<String>> ids =
        Race.run(
            6,
            i -> {
              try {
                C request = small("workspace").size(gb(i + 1L));
                return Optional.of(volumes(clients.get(i % 2)).create(request).id().value());
              } catch (AlreadyExistsException e) {
                assertThat(e.differences()).isNotEmpty();
                return Optional.empty();
              }
            });
    List<String> winners = ids.stream().flatMap(Optional::stream).toList();
    assertThat(winners).hasSize(1);
    assertThat(volumes(storage).named("workspace").id().value()).isEqualTo(winners.get(0));
  }

  @Test
  void aCreationBeyondTheQuotaIsRefusedWithTheFigures() {
    Capacity quota = gb(3);
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(quota, 8)));
    volumes(limited).create(small("first").size(gb(2)));
    QuotaExceededException refused =
        catchThrowableOfType(
            QuotaExceededException.class,
            () -> volumes(limited).create(small("second").size(gb(2))));
    assertThat(refused).isNotNull();
    assertThat(refused.used()).hasValue(gb(2).bytes());
    assertThat(refused.limit()).hasValue(quota.bytes());
    assertThat(refused.asked()).hasValue(gb(2).bytes());
    assertThat(volumes(limited).find("second")).isEmpty();
    volumes(limited).create(small("third"));
    assertThat(volumes(limited).list()).extracting(V::name).hasSize(2);
  }

  @Test
  void aQuotaOfNothingLetsNothingIn() {
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(gb(0), 8)));
    QuotaExceededException refused =
        catchThrowableOfType(
            QuotaExceededException.class, () -> volumes(limited).create(small("first")));
    assertThat(refused).isNotNull();
    assertThat(refused.limit()).hasValue(0);
    assertThat(volumes(limited).list()).isEmpty();
  }

  @Test
  void aDriveIsReadyBeforeItsFirstUse() {
    List<VolumeStatus> ready = new ArrayList<>(List.of(VolumeStatus.AVAILABLE));
    V drive = volume("workspace");
    // A class that binds at the first use stays PENDING until then, and says so.
    drive.statusReason().ifPresent(reason -> ready.add(VolumeStatus.PENDING));
    assertThat(drive.status()).isIn(ready);
  }

  @Test
  void manyDrivesCanBeCreatedAtOnce() throws Exception {
    Race.run(6, i -> volumes(storage).create(small("d" + i)).await(PATIENCE));
    assertThat(volumes(storage).list())
        .extracting(V::name)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 6).mapToObj(i -> "d" + i).toList());
  }
}
