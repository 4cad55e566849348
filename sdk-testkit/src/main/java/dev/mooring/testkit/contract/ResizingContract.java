package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.FailedException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Change;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Plan;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Reason;
import dev.mooring.volume.SizeChange;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Growing: any time, never back, and once, however often it is asked for. */
abstract class ResizingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  ResizingContract(Kind<V, C> kind) {
    super(kind);
  }

  @BeforeEach
  void whatIsNotThereIsRefused() {
    if (!can(Capability.RESIZING)) {
      V volume = volume("workspace");
      UnsupportedException refused =
          catchThrowableOfType(UnsupportedException.class, () -> volume.resize(gb(2)));
      assertThat(refused).isNotNull();
      assertThat(refused.capability()).isEqualTo("RESIZING");
      Assumptions.abort("the backend grows nothing");
    }
  }

  /** What nobody mounts may grow its filesystem only when somebody does. */
  private void assertHas(V volume, Capacity size) {
    boolean later =
        volume.statusReason().filter(r -> r.reason() == Reason.GROWS_ON_NEXT_USE).isPresent();
    if (!later) {
      assertThat(volume.capacity().orElseThrow()).isGreaterThanOrEqualTo(size);
    }
  }

  @Test
  void aVolumeGrowsAndEverybodySeesIt() {
    V volume = volume("workspace");
    Operation<V> operation = volume.resize(gb(3));
    assertThat(operation.type()).isEqualTo(OperationType.RESIZE);
    V grown = operation.await(PATIENCE);
    assertThat(grown.id()).isEqualTo(volume.id());
    V seen = volumes(world.connect()).named("workspace");
    assertThat(seen.size()).isEqualTo(gb(3));
    assertHas(seen, gb(3));
    assertThat(seen.status()).isEqualTo(volume.status());
    assertThat(seen.sizes()).extracting(SizeChange::size).containsExactly(gb(1), gb(3));
    assertThat(seen.sizes()).extracting(SizeChange::since).isSorted();
    Operation<?> found = world.connect().operations().find(operation.id()).orElseThrow();
    assertThat(found.await(PATIENCE)).isInstanceOf(SizedVolume.class);
    assertThat(found.state()).isEqualTo(OperationState.SUCCEEDED);
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void aVolumeGrowsWhileItIsUsed() {
    V volume = volume("workspace");
    Instance user = storage.instances().launch(attach("a", "workspace")).await(PATIENCE);
    Operation<V> growth = volume.resize(gb(2));
    if (!fixture().growsWhileMounted(kind.kind())) {
      needsARestart(volume, growth, user);
      return;
    }
    V grown = growth.await(PATIENCE);
    assertThat(grown.size()).isEqualTo(gb(2));
    assertThat(grown.capacity().orElseThrow()).isGreaterThanOrEqualTo(gb(2));
    assertThat(grown.attachments()).hasSize(1);
    assertThat(user.path("/mnt/workspace")).isNotNull();
  }

  /** The deviation of filesystems that cannot grow while they are mounted: it is told. */
  private void needsARestart(V volume, Operation<V> growth, Instance user) {
    Eventually.holds(
        "it is told that its users must restart",
        () ->
            volume
                .refresh()
                .statusReason()
                .filter(r -> r.reason() == Reason.NEEDS_RESTART)
                .isPresent());
    assertThat(growth.poll().state()).isEqualTo(OperationState.RUNNING);
    user.stop();
    assertThat(growth.await(PATIENCE).size()).isEqualTo(gb(2));
  }

  @Test
  void theSameSizeAgainChangesNothing() {
    V volume = volume("workspace");
    V first = volume.resize(gb(2)).await(PATIENCE);
    V again = volume.resize(gb(2)).await(PATIENCE);
    V elsewhere = volumes(world.connect()).named("workspace").resize(gb(2)).await(PATIENCE);
    assertThat(List.of(first.id(), again.id(), elsewhere.id())).containsOnly(volume.id());
    assertThat(again.sizes()).hasSize(2);
  }

  @Test
  void nothingShrinks() {
    V volume = volumes(storage).create(small("workspace").size(gb(3))).await(PATIENCE);
    InvalidRequestException refused =
        catchThrowableOfType(InvalidRequestException.class, () -> volume.resize(gb(2)));
    assertThat(refused).isNotNull().hasMessageContaining(gb(3).toString());
    assertThat(refused.violations()).extracting(Violation::field).containsExactly("size");
    assertThat(volume.refresh().size()).isEqualTo(gb(3));
    assertThat(volume.refresh().sizes()).hasSize(1);
    assertThatThrownBy(() -> volume.resize(Capacity.ofBytes(1)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> volume.resize(Capacity.tib(1L << 22)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aProfilesLargestSizeIsNotPassed() {
    Profile bounded = profile().withSizes(gb(1), gb(2));
    StorageClient client =
        world.connect(fixture().backend(), region -> region.withProfiles(List.of(bounded)));
    V volume = volumes(client).create(small("workspace")).await(PATIENCE);
    assertThatThrownBy(() -> volume.resize(gb(3)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(gb(2).toString());
    assertThat(volume.resize(gb(2)).await(PATIENCE).size()).isEqualTo(gb(2));
  }

  @Test
  void growthBeyondTheQuotaIsRefusedWithTheFigures() {
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(gb(3), 8)));
    V volume = volumes(limited).create(small("workspace")).await(PATIENCE);
    QuotaExceededException refused =
        catchThrowableOfType(QuotaExceededException.class, () -> volume.resize(gb(4)));
    assertThat(refused).isNotNull();
    assertThat(refused.used()).hasValue(gb(1).bytes());
    assertThat(refused.limit()).hasValue(gb(3).bytes());
    assertThat(refused.asked()).hasValue(gb(3).bytes());
    assertThat(volume.planResize(gb(4)).violations()).hasSize(1);
    assertThat(volume.refresh().size()).isEqualTo(gb(1));
    assertThat(volume.resize(gb(3)).await(PATIENCE).size()).isEqualTo(gb(3));
  }

  @Test
  void aPlanTellsWhatItCostsMoreAndChangesNothing() {
    V volume = volume("workspace");
    Plan<Operation<V>> plan = volume.planResize(gb(3));
    assertThat(plan.changes()).extracting(Change::action).containsExactly("resize");
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.cost().lines()).hasSize(1);
    assertThat(volume.refresh().size()).isEqualTo(gb(1));
    assertThat(plan.apply().await(PATIENCE).size()).isEqualTo(gb(3));
    assertThat(plan.apply().await(PATIENCE).size()).as("applied again").isEqualTo(gb(3));
    assertThat(volume.planResize(gb(3)).changes())
        .extracting(Change::action)
        .containsExactly("none");
    assertThat(volume.planResize(gb(2)).violations()).hasSize(1);
  }

  @Test
  void aGrownVolumeIsTheOneOfItsNewSize() {
    V volume = volume("workspace");
    volume.resize(gb(2)).await(PATIENCE);
    assertThat(volumes(storage).create(small("workspace").size(gb(2))).id()).isEqualTo(volume.id());
    assertThatThrownBy(() -> volumes(storage).create(small("workspace")))
        .isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void whatIsGoneOrLeavingDoesNotGrow() {
    V volume = volume("workspace");
    attach("a", "workspace");
    Operation<?> deletion = volume.deleteWhenDetached();
    assertThatThrownBy(() -> volume.resize(gb(2))).isInstanceOf(ConflictException.class);
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    deletion.await(PATIENCE);
    assertThatThrownBy(() -> volume.resize(gb(2))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void growthThatDiedIsFinishedByWhoeverLooks() {
    for (int step = 1; step <= 3; step++) {
      String name = "d" + step;
      V volume = volume(name);
      Crash crash = Crash.after(step);
      StorageClient dying = world.connect(crash);
      try {
        volumes(dying).named(name).resize(gb(2)).await(PATIENCE);
      } catch (Crash.Death death) {
        assertThat(crash.crashed()).isTrue();
      }
      storage.recover();
      V again = volume.resize(gb(2)).await(PATIENCE);
      assertThat(again.size()).isEqualTo(gb(2));
      assertThat(again.sizes()).hasSize(2);
      assertThat(storage.operations().running()).isEmpty();
    }
  }

  /** A growth that counted against the limit and had not begun when its client died. */
  private OperationId reserved(String name) {
    volume(name);
    StorageClient dying =
        world.connect(new InterceptedBackend(fixture().backend(), Crash.after(1)), limit(gb(9)));
    assertThatThrownBy(() -> volumes(dying).named(name).resize(gb(2)))
        .isInstanceOf(Crash.Death.class);
    OperationRecord left =
        world.raw().volumes().list(RecordQuery.where(Map.of(Index.NAME, name))).records().stream()
            .flatMap(record -> record.running(OperationType.RESIZE).stream())
            .findFirst()
            .orElseThrow();
    assertThat(left.at(VolumeRecord.RESERVED)).isTrue();
    return left.id();
  }

  private static UnaryOperator<RegionConfiguration> limit(Capacity quota) {
    return region -> region.withLimits(new Limits(quota, 8));
  }

  @Test
  void aReservedGrowthThatDiedIsJudgedByWhoeverLooks() {
    OperationId fits = reserved("fits");
    StorageClient limited = world.connect(fixture().backend(), limit(gb(9)));
    assertThat(limited.operations().find(fits).orElseThrow().await(PATIENCE)).isNotNull();
    assertThat(volumes(limited).named("fits").size()).isEqualTo(gb(2));

    OperationId beyond = reserved("beyond");
    StorageClient strict = world.connect(fixture().backend(), limit(gb(3)));
    strict.recover();
    V spared = volumes(strict).named("beyond");
    assertThat(spared.size()).isEqualTo(gb(1));
    Operation<?> refused = strict.operations().find(beyond).orElseThrow();
    assertThat(refused.state()).isEqualTo(OperationState.FAILED);
    assertThatThrownBy(refused::await)
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("QUOTA");
  }

  @Test
  void ofManyWhoLetItGrowAllGetTheSame() throws Exception {
    V volume = volume("workspace");
    List<StorageClient> clients = List.of(storage, world.connect());
    List<Capacity> sizes =
        Race.run(
            6,
            i ->
                volumes(clients.get(i % 2))
                    .named("workspace")
                    .resize(gb(2))
                    .await(PATIENCE)
                    .size());
    assertThat(sizes).hasSize(6).containsOnly(gb(2));
    assertThat(volume.refresh().sizes()).hasSize(2);
  }
}
