package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Plan;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.SnapshotStatus;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.fault.Crash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots, and volumes that are made from them and from other volumes. */
abstract class SnapshottingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  SnapshottingContract(Kind<V, C> kind) {
    super(kind);
  }

  @BeforeEach
  void whatIsNotThereIsRefused() {
    if (!can(Capability.SNAPSHOTS)) {
      V volume = volume("workspace");
      UnsupportedException refused =
          catchThrowableOfType(UnsupportedException.class, () -> volume.snapshot("s"));
      assertThat(refused).isNotNull();
      assertThat(refused.capability()).isEqualTo("SNAPSHOTS");
      assertThat(storage.snapshots().list()).isEmpty();
      Assumptions.abort("the backend takes no snapshots");
    }
  }

  private Snapshot snapshot(V volume, String name) {
    return volume.snapshot(name).await(PATIENCE);
  }

  private V copy(String name, Snapshot snapshot) {
    return volumes(storage).create(name, c -> c.from(snapshot)).await(PATIENCE);
  }

  /** Writes words into a file of a volume, durably. */
  private void write(String volume, String words) {
    Instance instance = storage.instances().launch(attach("w", volume)).await(PATIENCE);
    String file = instance.path("/mnt/" + volume) + "/words";
    assertThat(instance.exec("sh", "-c", "echo " + words + " > " + file + " && sync").exitCode())
        .isZero();
    stop(instance);
  }

  private String read(String volume) {
    Instance instance = storage.instances().launch(attach("r", volume)).await(PATIENCE);
    String words = instance.exec("cat", instance.path("/mnt/" + volume) + "/words").stdout();
    stop(instance);
    return words.strip();
  }

  private void stop(Instance instance) {
    instance.stop();
    storage.attachments().of(instance(instance.name())).detachAll().await(PATIENCE);
  }

  @Test
  void aSnapshotIsTakenFoundAndDeleted() {
    V volume = volume("workspace");
    Operation<Snapshot> operation = volume.snapshot("first");
    assertThat(operation.type()).isEqualTo(OperationType.SNAPSHOT);
    Snapshot snapshot = operation.await(PATIENCE);
    assertThat(snapshot.status()).isEqualTo(SnapshotStatus.READY);
    assertThat(snapshot.name()).isEqualTo("first");
    assertThat(snapshot.volume()).isEqualTo(kind.ref("workspace"));
    assertThat(snapshot.volumeId()).isEqualTo(volume.id());
    assertThat(snapshot.size()).isGreaterThanOrEqualTo(gb(1));
    assertThat(snapshot.region()).isEqualTo(REGION);
    assertThat(snapshot.owner()).isEqualTo(volume.owner());
    StorageClient other = world.connect();
    assertThat(other.snapshots().get(snapshot.id().value()).name()).isEqualTo("first");
    assertThat(other.snapshots().list()).extracting(Snapshot::id).containsExactly(snapshot.id());
    assertThat(other.snapshots().list(kind.ref("workspace"))).hasSize(1);
    assertThat(other.snapshots().list(kind.ref("other"))).isEmpty();
    assertThat(volumes(other).named("workspace").snapshots()).hasSize(1);
    assertThat(other.operations().find(operation.id()).orElseThrow().await(PATIENCE))
        .isInstanceOf(Snapshot.class);
    Operation<SnapshotId> deletion = snapshot.delete();
    assertThat(deletion.await(PATIENCE)).isEqualTo(snapshot.id());
    assertThat(storage.snapshots().list()).isEmpty();
    assertThat(storage.snapshots().find(snapshot.id().value())).isEmpty();
    assertThatThrownBy(snapshot::refresh).isInstanceOf(NotFoundException.class);
    assertThat(snapshot.delete().await(PATIENCE)).as("again").isEqualTo(snapshot.id());
    assertThat(other.operations().find(deletion.id()).orElseThrow().state())
        .isEqualTo(OperationState.SUCCEEDED);
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void theSameNameAgainIsTheSameSnapshot() {
    V volume = volume("workspace");
    Snapshot first = snapshot(volume, "s");
    assertThat(snapshot(volume, "s").id()).isEqualTo(first.id());
    assertThat(volumes(world.connect()).named("workspace").snapshot("s").await(PATIENCE).id())
        .isEqualTo(first.id());
    Snapshot unnamed = volume.snapshot().await(PATIENCE);
    assertThat(unnamed.id()).isNotEqualTo(first.id());
    assertThat(unnamed.name()).startsWith("at-");
    V other = volume("other");
    assertThat(snapshot(other, "s").id()).as("of another volume").isNotEqualTo(first.id());
    assertThat(storage.snapshots().list()).hasSize(3);
  }

  @Test
  void aVolumeFromASnapshotHoldsWhatWasThereThen() {
    V volume = volume("workspace");
    write("workspace", "before");
    Snapshot snapshot = snapshot(volume, "s");
    write("workspace", "after");
    V copy = copy("copy", snapshot);
    assertThat(copy.size()).isGreaterThanOrEqualTo(volume.size());
    assertThat(copy.profile()).isEqualTo(volume.profile());
    assertThat(copy.id()).isNotEqualTo(volume.id());
    assertThat(volumes(world.connect()).named("copy").source()).contains(snapshot.source());
    assertThat(volume.source()).isEmpty();
    assertThat(read("copy")).isEqualTo("before");
    write("copy", "mine");
    assertThat(read("workspace")).isEqualTo("after");
    assertThat(read("copy")).isEqualTo("mine");
  }

  @Test
  void aSnapshotOutlivesItsVolume() {
    V volume = volume("workspace");
    write("workspace", "kept");
    Snapshot snapshot = snapshot(volume, "s");
    volume.purge().await(PATIENCE);
    assertThat(storage.snapshots().list(kind.ref("workspace"))).hasSize(1);
    assertThat(snapshot.refresh().status()).isEqualTo(SnapshotStatus.READY);
    copy("copy", snapshot);
    assertThat(read("copy")).isEqualTo("kept");
    V again = volume("workspace");
    assertThat(again.snapshots()).as("those of an earlier volume of the name").isEmpty();
  }

  @Test
  void aVolumeFromAVolumeHoldsWhatIsThere() {
    V volume = volume("workspace");
    write("workspace", "words");
    V copy = volumes(storage).create("copy", c -> c.from(volume).size(gb(2))).await(PATIENCE);
    assertThat(copy.size()).isEqualTo(gb(2));
    assertThat(read("copy")).isEqualTo("words");
    volume.purge().await(PATIENCE);
    assertThat(read("copy")).isEqualTo("words");
  }

  @Test
  void theSameRequestAgainIsTheSameVolume() {
    V volume = volume("workspace");
    Snapshot snapshot = snapshot(volume, "s");
    V copy = copy("copy", snapshot);
    assertThat(copy("copy", snapshot).id()).isEqualTo(copy.id());
    AlreadyExistsException refused =
        catchThrowableOfType(
            AlreadyExistsException.class,
            () -> volumes(storage).create("copy", c -> c.from(volume)));
    assertThat(refused).isNotNull();
    assertThat(refused.differences()).extracting(d -> d.field()).containsExactly("from");
    assertThatThrownBy(() -> volumes(storage).create(small("copy")))
        .isInstanceOf(AlreadyExistsException.class);
    snapshot.delete().await(PATIENCE);
    assertThat(copy("copy", snapshot).id()).as("its source is gone").isEqualTo(copy.id());
  }

  @Test
  void whatCannotBeMadeIsRefusedWithAllReasons() {
    V volume = volumes(storage).create(small("workspace").size(gb(2))).await(PATIENCE);
    Snapshot snapshot = snapshot(volume, "s");
    Plan<V> plan =
        volumes(storage).plan(kind.named("No Name").from(snapshot).size(gb(1)).region("nowhere"));
    assertThat(plan.violations()).extracting(Violation::field).contains("name", "region", "size");
    assertThatThrownBy(() -> volumes(storage).create("copy", c -> c.from(snapshot).size(gb(1))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(gb(2).toString());
    VolumeSource absent = VolumeSource.snapshot(SnapshotId.random());
    assertThatThrownBy(() -> volumes(storage).create(small("copy").from(absent)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(absent.toString());
    assertThatThrownBy(() -> volume.snapshot("No Name"))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(volumes(storage).list()).hasSize(1);
    assertThat(storage.snapshots().list()).hasSize(1);
  }

  @Test
  void aPlanTellsWhatItIsACopyOf() {
    Snapshot snapshot = snapshot(volume("workspace"), "s");
    Plan<V> plan = volumes(storage).plan(kind.named("copy").from(snapshot));
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.detail()).contains(snapshot.source().toString()));
    assertThat(plan.cost().lines()).hasSize(1);
    assertThat(volumes(storage).find("copy")).isEmpty();
  }

  @Test
  void ofWhatIsGoneOrLeavingNoSnapshotIsTaken() {
    V volume = volume("workspace");
    attach("a", "workspace");
    Operation<?> deletion = volume.deleteWhenDetached();
    assertThatThrownBy(() -> volume.snapshot("s")).isInstanceOf(ConflictException.class);
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    deletion.await(PATIENCE);
    assertThatThrownBy(() -> volume.snapshot("s")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aSnapshotThatDiedIsFinishedByWhoeverLooks() {
    V volume = volume("workspace");
    for (int step = 1; step <= 4; step++) {
      String name = "s" + step;
      StorageClient dying = world.connect(Crash.after(step));
      try {
        volumes(dying).named("workspace").snapshot(name).await(PATIENCE);
      } catch (Crash.Death death) {
        storage.recover();
      }
      Snapshot snapshot = snapshot(volume, name);
      assertThat(snapshot.status()).isEqualTo(SnapshotStatus.READY);
      storage.recover();
      assertThat(storage.operations().running()).isEmpty();
      StorageClient deleting = world.connect(Crash.after(step));
      try {
        deleting.snapshots().get(snapshot.id().value()).delete().await(PATIENCE);
      } catch (Crash.Death death) {
        storage.recover();
      }
      Optional<Snapshot> left = storage.snapshots().find(snapshot.id().value());
      left.ifPresent(found -> found.delete().await(PATIENCE));
      assertThat(storage.snapshots().list()).isEmpty();
    }
  }

  @Test
  void ofManyWhoTakeOneAllGetTheSame() throws Exception {
    V volume = volume("workspace");
    List<StorageClient> clients = List.of(storage, world.connect());
    List<SnapshotId> ids =
        Race.run(
            6,
            i ->
                volumes(clients.get(i % 2))
                    .named(volume.name())
                    .snapshot("s")
                    .await(PATIENCE)
                    .id());
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(storage.snapshots().list()).hasSize(1);
  }

  @Test
  void anotherAccountSeesNoSnapshot() {
    Snapshot snapshot = snapshot(volume("workspace"), "s");
    StorageClient stranger = world.connect(world.account + "x");
    assertThat(stranger.snapshots().list()).isEmpty();
    assertThat(stranger.snapshots().find(snapshot.id().value())).isEmpty();
    assertThatThrownBy(() -> volumes(stranger).create(small("copy").from(snapshot)).await(PATIENCE))
        .isInstanceOf(StorageException.class);
    assertThat(volumes(stranger).list()).isEmpty();
    world.assertEmpty(world.account + "x");
  }
}
