package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.FailedException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.Progress;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.SizeChange;
import dev.mooring.volume.VolumeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Growing in phases, failing, and taken back: nothing is billed that was never given. */
abstract class GrowthCancellingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  private static final String WORDS = "the pool is too small";

  GrowthCancellingContract(Kind<V, C> kind) {
    super(kind);
  }

  @BeforeEach
  void whatNeverGrowsIsResizingsTopic() {
    Assumptions.assumeTrue(can(Capability.RESIZING));
  }

  private void assertNeverGrew(V volume) {
    V now = volume.refresh();
    assertThat(now.size()).isEqualTo(gb(1));
    assertThat(now.sizes()).extracting(SizeChange::size).containsExactly(gb(1));
    assertThat(now.status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertThat(now.statusReason()).isEmpty();
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void thePhasesAreTold() {
    V volume = volume("workspace");
    List<Progress> told = new ArrayList<>();
    Operation<V> growth = volume.resize(gb(3));
    growth.await(PATIENCE, told::add);
    if (!told.isEmpty()) {
      assertThat(told.get(told.size() - 1)).isEqualTo(new Progress(1, "done"));
      assertThat(told).extracting(Progress::fraction).isSorted();
    }
    List<String> history =
        world.connect().operations().find(growth.id()).orElseThrow().history().stream()
            .map(OperationEvent::state)
            .toList();
    assertThat(history).startsWith("RESIZING", "BACKEND_GROWN").endsWith("SUCCEEDED");
    assertThat(history).doesNotHaveDuplicates();
  }

  /** A backend that grows by itself may be faster than whoever takes it back. */
  @Test
  void aGrowthIsTakenBackUnlessTheBackendWasFaster() {
    V volume = volume("workspace");
    Operation<V> growth =
        volumes(world.connect(Hold.on("Resizing.grow"))).named("workspace").resize(gb(3));
    try {
      growth.cancel();
      growth.await(PATIENCE);
      assertFaster(volume, growth);
    } catch (ConflictException faster) {
      assertFaster(volume, growth);
    } catch (CancelledException cancelled) {
      growth.cancel();
      assertThat(growth.state()).isEqualTo(OperationState.CANCELLED);
      Operation<?> seen = storage.operations().find(growth.id()).orElseThrow();
      assertThat(seen.state()).isEqualTo(OperationState.CANCELLED);
      assertNeverGrew(volume);
      V again = volume.resize(gb(2)).await(PATIENCE);
      assertThat(again.sizes()).extracting(SizeChange::size).containsExactly(gb(1), gb(2));
    }
  }

  private void assertFaster(V volume, Operation<V> growth) {
    Optional<Runnable> fault = fixture().refuseGrowth(kind.kind(), WORDS);
    fault.ifPresent(Runnable::run);
    assertThat(fault).as("only a backend that grows by itself is faster").isPresent();
    assertThat(growth.await(PATIENCE).size()).isEqualTo(gb(3));
    assertThat(volume.refresh().sizes()).extracting(SizeChange::size).endsWith(gb(3));
  }

  @Test
  void whatHasGrownIsNotTakenBack() {
    V volume = volume("workspace");
    Operation<V> growth = volume.resize(gb(2));
    growth.await(PATIENCE);
    assertThatThrownBy(growth::cancel)
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("nothing shrinks");
    assertThat(volume.refresh().size()).isEqualTo(gb(2));
    assertThat(volume.refresh().sizes()).hasSize(2);
  }

  @Test
  void aGrowthThatFailedIsTakenBackOrTriedAgain() {
    V volume = volume("workspace");
    Runnable fault = fixture().refuseGrowth(kind.kind(), WORDS).orElse(() -> {});
    StorageClient refused = world.connect(new RefusedGrowth(WORDS));
    V there = volumes(refused).named("workspace");
    Operation<V> growth;
    try {
      growth = there.resize(gb(3));
      assertFailed(growth);
      growth.cancel();
      assertThatThrownBy(() -> growth.await(PATIENCE)).isInstanceOf(CancelledException.class);
      assertNeverGrew(volume);
      assertFailed(there.resize(gb(4)));
      Operation<V> same = there.resize(gb(4));
      assertFailed(same);
      assertThatThrownBy(() -> there.resize(gb(1)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("cancel");
      assertThatThrownBy(() -> there.resize(Capacity.ofBytes(999_000_000)))
          .isInstanceOf(InvalidRequestException.class);
      assertFailed(there.resize(gb(2)));
    } finally {
      fault.run();
    }
    V grown = volume.resize(gb(2)).await(PATIENCE);
    assertThat(grown.size()).isEqualTo(gb(2));
    assertThat(grown.sizes()).extracting(SizeChange::size).containsExactly(gb(1), gb(2));
    assertThat(storage.operations().running()).isEmpty();
  }

  private void assertFailed(Operation<V> growth) {
    FailedException failure =
        catchThrowableOfType(FailedException.class, () -> growth.await(PATIENCE));
    assertThat(failure).isNotNull().hasMessageContaining(WORDS);
    assertThat(failure.reason()).isEqualTo("BAD_PARAMETERS");
    assertThat(growth.state()).isEqualTo(OperationState.FAILED);
  }

  @Test
  void aCancellationThatDiedIsFinishedByWhoeverLooks() {
    Backend refusing = new InterceptedBackend(fixture().backend(), new RefusedGrowth(WORDS));
    StorageClient helper = world.connect(refusing);
    for (int step = 0; step <= 2; step++) {
      String name = "d" + step;
      V volume = volume(name);
      Runnable fault = fixture().refuseGrowth(kind.kind(), WORDS).orElse(() -> {});
      try {
        Operation<V> growth = volumes(helper).named(name).resize(gb(2));
        assertFailed(growth);
        Crash crash = Crash.after(step);
        dying(world.connect(new InterceptedBackend(refusing, crash)), growth, crash);
        assertThat(step > 0 || crash.crashed()).isTrue();
        helper.recover();
        // One that died before it wrote anything down has cancelled nothing.
        helper.operations().find(growth.id()).orElseThrow().cancel();
        Operation<?> found = helper.operations().find(growth.id()).orElseThrow();
        assertThatThrownBy(() -> found.await(PATIENCE)).isInstanceOf(CancelledException.class);
        assertNeverGrew(volume);
      } finally {
        fault.run();
      }
    }
  }

  private static void dying(StorageClient client, Operation<?> growth, Crash crash) {
    try {
      client.operations().find(growth.id()).orElseThrow().cancel();
    } catch (Crash.Death death) {
      assertThat(crash.crashed()).isTrue();
    }
  }

  @Test
  void racingGrowthsDoNotPassTheQuota() throws Exception {
    List<StorageClient> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      volume("d" + i);
      clients.add(
          world.connect(fixture().backend(), region -> region.withLimits(new Limits(gb(5), 8))));
    }
    List<Boolean> grown = Race.run(3, i -> grown(clients.get(i), "d" + i));
    assertThat(grown).filteredOn(won -> won).hasSize(2);
    for (int i = 0; i < 3; i++) {
      V volume = volumes(storage).named("d" + i);
      if (grown.get(i)) {
        assertThat(volume.resize(gb(2)).await(PATIENCE).size()).isEqualTo(gb(2));
      } else {
        assertNeverGrew(volume);
      }
    }
  }

  private boolean grown(StorageClient client, String name) {
    try {
      volumes(client).named(name).resize(gb(2)).await(PATIENCE);
      return true;
    } catch (QuotaExceededException refused) {
      return false;
    }
  }
}
