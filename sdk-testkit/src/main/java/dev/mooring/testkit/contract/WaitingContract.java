package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.Progress;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Waiting: where it ends, who ends it, and what is told when it lasts too long. */
abstract class WaitingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  WaitingContract(Kind<V, C> kind) {
    super(kind);
  }

  private static final Duration SHORT = Duration.ofMillis(300);

  /** A drive that stays PENDING, by the client's held steps or by its profile. */
  private V stuck(StorageClient client, String name) {
    return pendingProfile()
        .map(profile -> volumes(client).create(small(name).profile(profile.name())))
        .orElseGet(() -> volumes(client).create(small(name)));
  }

  @Test
  void creatingReturnsAtOnceAndWaitingEndsWhenTheDriveCanBeAttached() {
    V created = volumes(storage).create(small("workspace"));
    V ready = created.await(PATIENCE);
    assertThat(ready.id()).isEqualTo(created.id());
    boolean onFirstUse =
        ready.statusReason().filter(r -> r.reason() == Reason.READY_ON_FIRST_USE).isPresent();
    assertThat(ready.provisioning())
        .isEqualTo(onFirstUse ? ProvisioningState.PENDING : ProvisioningState.AVAILABLE);
    assertThat(ready.await(PATIENCE).id()).as("a wait for what is done").isEqualTo(ready.id());
  }

  @Test
  void aWaitTellsItsProgressWhichNeverGoesBack() {
    List<Progress> progress = Collections.synchronizedList(new ArrayList<>());
    volumes(storage).create(small("workspace")).await(PATIENCE, progress::add);
    List<Double> fractions = progress.stream().map(Progress::fraction).toList();
    assertThat(fractions).isNotEmpty().isSorted();
    assertThat(fractions.get(fractions.size() - 1)).isEqualTo(1.0);
  }

  @Test
  void aWaitThatLastsTooLongTellsStateReasonOperationAndHistory() {
    Hold hold = Hold.on("Provisioning.advance");
    StorageClient slow = world.connect(hold);
    V drive = stuck(slow, "workspace");
    StorageTimeoutException timeout =
        catchThrowableOfType(StorageTimeoutException.class, () -> drive.await(SHORT));
    assertThat(timeout).isNotNull();
    assertThat(timeout.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(timeout.retryable()).isTrue();
    assertThat(timeout.lastState()).isEqualTo("PENDING");
    assertThat(Arrays.stream(Reason.values()).map(Reason::name)).contains(timeout.reason());
    assertThat(timeout.operationId()).contains(drive.operation().id().value());
    assertThat(timeout.history()).anySatisfy(line -> assertThat(line).contains("PENDING"));
    assertThat(timeout)
        .hasMessageContaining(kind.ref("workspace").toString())
        .hasMessageContaining("PENDING");
    assertThat(timeout.hint()).isPresent();
    assertThat(slow.operations().find(timeout.operationId().orElseThrow()))
        .hasValueSatisfying(op -> assertThat(op.state()).isEqualTo(OperationState.RUNNING));
  }

  @Test
  void afterATimeoutTheSameCreationGoesOnWaitingForTheSameDrive() {
    Hold hold = Hold.on("Provisioning.advance");
    StorageClient slow = world.connect(hold);
    V drive = volumes(slow).create(small("workspace"));
    if (drive.provisioning() == ProvisioningState.PENDING && pendingProfile().isEmpty()) {
      assertThatThrownBy(() -> drive.await(SHORT)).isInstanceOf(StorageTimeoutException.class);
    }
    hold.release();
    V again = volumes(slow).create(small("workspace")).await(PATIENCE);
    assertThat(again.id()).isEqualTo(drive.id());
    assertThat(volumes(slow).list()).hasSize(1);
  }

  @Test
  void aWaitEndsWhenAnotherProcessDoesTheWork() throws Exception {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    V drive = volumes(slow).create(small("workspace"));
    CompletableFuture<V> waiting = Aside.begin(() -> drive.await(PATIENCE));
    V done = volumes(storage).named("workspace").await(PATIENCE);
    assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).id()).isEqualTo(done.id());
  }

  @Test
  void manyWaitForOneDriveTogether() throws Exception {
    V drive = volumes(storage).create(small("workspace"));
    StorageClient other = world.connect();
    List<String> ids =
        Race.run(
            8,
            i -> {
              V handle = i % 2 == 0 ? drive : volumes(other).named("workspace");
              return handle.await(PATIENCE).id().value();
            });
    assertThat(ids).hasSize(8).containsOnly(drive.id().value());
  }

  @Test
  void anInterruptedWaitEndsAndTheWorkGoesOn() throws Exception {
    Hold hold = Hold.on("Provisioning.advance");
    StorageClient slow = world.connect(hold);
    V drive = stuck(slow, "workspace");
    CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    Thread waiter =
        new Thread(
            () -> {
              CancelledException cancelled =
                  catchThrowableOfType(CancelledException.class, () -> drive.await(PATIENCE));
              outcome.complete(cancelled != null && Thread.currentThread().isInterrupted());
            });
    waiter.start();
    Eventually.holds(
        "the thread waits",
        () ->
            waiter.getState() == Thread.State.TIMED_WAITING
                || waiter.getState() == Thread.State.WAITING
                || outcome.isDone());
    waiter.interrupt();
    assertThat(outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("cancelled, and the thread still interrupted")
        .isTrue();
    Operation<?> operation = slow.operations().find(drive.operation().id()).orElseThrow();
    assertThat(operation.state()).isEqualTo(OperationState.RUNNING);
  }

  @Test
  void aDriveThatIsDeletedWhileItIsWaitedForEndsTheWait() throws Exception {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    V drive = stuck(slow, "workspace");
    CompletableFuture<Throwable> outcome =
        Aside.begin(() -> catchThrowable(() -> drive.await(PATIENCE)));
    volumes(slow).named("workspace").delete().await(PATIENCE);
    assertThat(outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isNotNull()
        .isNotInstanceOf(StorageTimeoutException.class);
  }
}
