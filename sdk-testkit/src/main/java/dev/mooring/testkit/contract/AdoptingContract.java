package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.adoption.AdoptVolume;
import dev.mooring.attachment.Launch;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.instance.Instance;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What others made becomes a volume, and stays what it was when it is one no more. */
abstract class AdoptingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  private static final String CLAIM = "data-mysql-0";

  private final List<String> made = new ArrayList<>();

  AdoptingContract(Kind<V, C> kind) {
    super(kind);
  }

  @AfterEach
  void removeClaims() {
    made.forEach(claim -> claims().remove(world.account, claim));
  }

  private ForeignClaims claims() {
    return fixture().foreignClaims().orElseThrow();
  }

  private void others(String claim) {
    Assumptions.assumeTrue(can(Capability.ADOPTING), "the backend has nothing that others made");
    made.add(claim);
    claims().make(world.account, claim, kind.kind());
  }

  private AdoptVolume request(String name, String claim) {
    return AdoptVolume.named(name).claim(claim).region(REGION);
  }

  private V adopt(String name) {
    return volumes(storage).adopt(request(name, CLAIM));
  }

  @Test
  void whereThereIsNothingToAdoptItIsRefusedByName() {
    Assumptions.assumeFalse(can(Capability.ADOPTING), "the backend adopts");
    V own = volume("workspace");
    UnsupportedException adopting =
        catchThrowableOfType(UnsupportedException.class, () -> adopt("other"));
    assertThat(adopting).isNotNull();
    assertThat(adopting.capability()).isEqualTo("ADOPTING");
    UnsupportedException releasing = catchThrowableOfType(UnsupportedException.class, own::release);
    assertThat(releasing).isNotNull();
    assertThat(releasing.capability()).isEqualTo("ADOPTING");
    assertThat(own.refresh().status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertThat(own.refresh().adopted()).isFalse();
  }

  @Test
  void aClaimIsAVolumeUntilItIsForgottenAndKeepsItsData() {
    others(CLAIM);
    String before = claims().state(world.account, CLAIM);
    String version = claims().version(world.account, CLAIM);
    assertThat(volumes(storage).list()).as("nobody adopted it").isEmpty();
    assertThat(storage.recover().completed()).isEmpty();
    assertThat(claims().version(world.account, CLAIM)).as("untouched").isEqualTo(version);

    V adopted = adopt("mysql");
    assertThat(adopted.adopted()).isTrue();
    assertThat(adopted.status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertThat(adopted.size()).isEqualTo(gb(1));
    assertThat(volumes(world.connect()).adopt(request("mysql", CLAIM)).id())
        .as("asked for again")
        .isEqualTo(adopted.id());
    assertThat(volumes(storage).named("mysql").id()).isEqualTo(adopted.id());
    assertThat(volumes(storage).list()).hasSize(1);
    assertThat(claims().state(world.account, CLAIM)).isEqualTo(before);

    write("a", "echo kept > ");
    assertThatThrownBy(adopted::delete).isInstanceOf(InUseException.class);
    assertThatThrownBy(adopted::release).isInstanceOf(InUseException.class);
    stop("a");
    assertThat(adopted.delete().await(PATIENCE)).isEqualTo(adopted.id());
    assertThat(volumes(storage).find("mysql")).isEmpty();
    assertThat(claims().state(world.account, CLAIM)).as("forgotten").isEqualTo(before);

    V again = adopt("again");
    assertThat(again.id()).isNotEqualTo(adopted.id());
    write("b", "grep kept ", "again");
    stop("b");
    assertThat(again.release().await(PATIENCE)).isEqualTo(again.id());
    assertThat(claims().state(world.account, CLAIM)).isEqualTo(before);
  }

  private void write(String instance, String command) {
    write(instance, command, "mysql");
  }

  private void write(String instance, String command, String volume) {
    Launch launch = attach(instance, volume);
    Instance running = storage.instances().launch(launch).await(PATIENCE);
    String file = running.path("/mnt/" + volume) + "/file";
    assertThat(running.exec("sh", "-c", command + file).exitCode()).isZero();
  }

  private void stop(String instance) {
    storage.instances().named(instance).stop();
    storage.attachments().of(instance(instance)).detachAll().await(PATIENCE);
  }

  @Test
  void aVolumeOfItsOwnIsGivenBackAndMayBeAdopted() {
    Assumptions.assumeTrue(can(Capability.ADOPTING), "the backend gives nothing back");
    V own = volume("workspace");
    String claim = own.backendDetails().getOrDefault("persistentVolumeClaim", "");
    made.add(claim);
    Launch launch = attach("a", "workspace");
    assertThatThrownBy(own::release).isInstanceOf(InUseException.class);
    storage.attachments().of(launch.target()).detachAll().await(PATIENCE);
    String before = claims().state(world.account, claim);
    assertThat(own.release().await(PATIENCE)).isEqualTo(own.id());
    assertThat(own.release().await(PATIENCE)).as("repeated").isEqualTo(own.id());
    assertThat(volumes(storage).find("workspace")).isEmpty();
    assertThat(claims().state(world.account, claim)).isEqualTo(before);
    V adopted = volumes(storage).adopt(request("workspace", claim));
    assertThat(adopted.adopted()).isTrue();
    assertThat(adopted.purge().await(PATIENCE)).isEqualTo(adopted.id());
    assertThat(claims().state(world.account, claim)).isEqualTo(before);
  }

  @Test
  void whatCannotBeAdoptedIsRefusedAndStaysAsItIs() {
    others(CLAIM);
    String version = claims().version(world.account, CLAIM);
    volume("taken");
    AlreadyExistsException taken =
        catchThrowableOfType(AlreadyExistsException.class, () -> adopt("taken"));
    assertThat(taken).isNotNull();
    assertThatThrownBy(() -> volumes(storage).adopt(request("x", "no-such-claim")))
        .isInstanceOf(NotFoundException.class);
    for (String hostile : List.of("", "..", "a/b", "../../x", "a b", "A", "a?x=1")) {
      assertThatThrownBy(() -> volumes(storage).adopt(request("x", hostile)))
          .as(hostile)
          .isInstanceOf(InvalidRequestException.class);
    }
    if (kind.kind() == VolumeKind.DRIVE) {
      assertThatThrownBy(() -> storage.filesystems().adopt(request("x", CLAIM)))
          .isInstanceOf(InvalidRequestException.class);
    } else {
      assertThatThrownBy(() -> storage.cloudDrives().adopt(request("x", CLAIM)))
          .isInstanceOf(InvalidRequestException.class);
    }
    assertThat(claims().version(world.account, CLAIM)).as("untouched").isEqualTo(version);
    V adopted = adopt("mysql");
    assertThatThrownBy(() -> adopt("other")).isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> volumes(storage).create(small("mysql")))
        .isInstanceOf(AlreadyExistsException.class);
    String other = "s" + world.account;
    try (StorageClient stranger = world.connect(other)) {
      assertThatThrownBy(() -> volumes(stranger).adopt(request("mine", CLAIM)))
          .isInstanceOf(NotFoundException.class);
    }
    adopted.release().await(PATIENCE);
  }

  @Test
  void whoeverDiesLeavesAVolumeOrWhatWasThere() {
    others(CLAIM);
    String before = claims().state(world.account, CLAIM);
    int deaths = 0;
    for (int step = 0; step < 12; step++) {
      boolean died = false;
      try {
        V dying = volumes(world.connect(Crash.after(step))).adopt(request("mysql", CLAIM));
        VolumeId unused = dying.delete().await(PATIENCE);
      } catch (Crash.Death death) {
        died = true;
      }
      deaths += died ? 1 : 0;
      var unused = storage.recover();
      Optional<V> left = volumes(storage).find("mysql");
      left.ifPresent(volume -> volume.delete().await(PATIENCE));
      assertThat(claims().state(world.account, CLAIM)).isEqualTo(before);
      if (!died) {
        break;
      }
    }
    assertThat(deaths).isGreaterThan(2);
  }

  @Test
  void ofManyThatAdoptAndCreateOneHasTheName() throws Exception {
    int runners = 4;
    for (int i = 0; i < runners / 2; i++) {
      others("claim-" + i);
    }
    List<StorageClient> racers = new ArrayList<>();
    for (int i = 0; i < runners; i++) {
      racers.add(world.connect());
    }
    for (int round = 0; round < 3; round++) {
      List<Optional<VolumeId>> winners = Race.run(runners, i -> tried(racers.get(i), i));
      List<V> left = volumes(storage).list().filter(v -> stays(v)).toList();
      assertThat(left).hasSizeLessThanOrEqualTo(1);
      winners.forEach(
          winner -> winner.ifPresent(id -> assertThat(left).extracting(V::id).containsExactly(id)));
      left.forEach(volume -> volume.purge().await(PATIENCE));
      Eventually.holds("the name is free", () -> volumes(storage).find("x").isEmpty());
    }
  }

  private static boolean stays(SizedVolume<?> volume) {
    return volume.status() != VolumeStatus.DELETING;
  }

  private Optional<VolumeId> tried(StorageClient racer, int number) {
    try {
      V volume =
          number % 2 == 0
              ? volumes(racer).create(small("x"))
              : volumes(racer).adopt(request("x", "claim-" + number / 2));
      return Optional.of(volume.id());
    } catch (StorageException e) {
      return Optional.empty();
    }
  }
}
