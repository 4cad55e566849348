package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.error.InUseException;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Recovery: a process dies after each of its changes in turn, and whoever looks next finishes or
 * undoes what it left, by {@code recover()} or by reading.
 */
abstract class RecoveringContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  RecoveringContract(Kind<V, C> kind) {
    super(kind);
  }

  private static final int MOST_STEPS = 60;

  /** What the next process does first. */
  private enum Look {
    RECOVER,
    READ
  }

  /**
   * Lets a client die after 0, 1, 2, … changes of a job until the job comes through, and calls the
   * check after each death. Returns in how many steps it died.
   */
  private int dieAtEachStep(IntConsumer prepare, Job job, IntConsumer check) {
    for (int step = 0; step < MOST_STEPS; step++) {
      prepare.accept(step);
      Crash crash = Crash.after(step);
      StorageClient dying = world.connect(crash);
      try {
        job.run(dying, step);
      } catch (Crash.Death death) {
        assertThat(crash.crashed()).isTrue();
      }
      if (!crash.crashed()) {
        return step;
      }
      check.accept(step);
    }
    throw new AssertionError("the job makes more than " + MOST_STEPS + " changes");
  }

  private interface Job {
    void run(StorageClient dying, int step);
  }

  private void look(StorageClient next, Look look, String... drives) {
    if (look == Look.RECOVER) {
      RecoveryReport report = next.recover();
      assertThat(report.examined())
          .isGreaterThanOrEqualTo(report.completed().size() + report.undone().size());
    } else {
      for (String drive : drives) {
        volumes(next).find(drive);
      }
    }
  }

  @Test
  void aCreationThatDiedIsFinishedByRecovery() {
    creationIsFinished(Look.RECOVER);
  }

  @Test
  void aCreationThatDiedIsFinishedByReading() {
    creationIsFinished(Look.READ);
  }

  private void creationIsFinished(Look look) {
    int deaths =
        dieAtEachStep(
            step -> {},
            (dying, step) -> volumes(dying).create(small("c" + step)).await(PATIENCE),
            step -> {
              String name = "c" + step;
              StorageClient next = world.connect();
              look(next, look, name);
              Optional<V> left = volumes(next).find(name);
              assertThat(left.isPresent())
                  .as("the intent is the first change: step %d", step)
                  .isEqualTo(step > 0);
              left.ifPresent(
                  drive -> {
                    Operation<?> operation =
                        next.operations().find(drive.operation().id()).orElseThrow();
                    operation.await(PATIENCE);
                    assertThat(operation.poll().state()).isEqualTo(OperationState.SUCCEEDED);
                  });
              V again = volumes(next).create(small(name)).await(PATIENCE);
              left.ifPresent(drive -> assertThat(again.id()).isEqualTo(drive.id()));
              assertThat(next.operations().running()).isEmpty();
            });
    assertThat(deaths).isPositive();
  }

  @Test
  void anAttachmentThatDiedIsWholeOrUndoneByRecovery() {
    attachmentIsWholeOrUndone(Look.RECOVER);
  }

  @Test
  void anAttachmentThatDiedIsWholeOrUndoneByReading() {
    attachmentIsWholeOrUndone(Look.READ);
  }

  @Test
  void anAttachmentThatDiedIsWholeWhenItIsAskedForAgain() {
    volume("one");
    int deaths =
        dieAtEachStep(
            step -> detachAll(storage),
            (dying, step) -> attach(dying, "a" + step, "one"),
            step -> {
              Launch again = attach(world.connect(), "a" + step, "one");
              assertThat(again.mounts()).hasSize(1);
              assertThat(world.raw().volumes().list(RecordQuery.where(Map.of())).records())
                  .singleElement()
                  .satisfies(
                      record ->
                          assertThat(record.holder().isPresent()).isEqualTo(kind.oneWriter()));
            });
    assertThat(deaths).isPositive();
  }

  private void attachmentIsWholeOrUndone(Look look) {
    volume("one");
    volume("two");
    int deaths =
        dieAtEachStep(
            step -> detachAll(storage),
            (dying, step) -> attach(dying, "a" + step, "one", "two"),
            step -> {
              StorageClient next = world.connect();
              look(next, look, "one", "two");
              List<Attachment> left = next.attachments().list().toList();
              assertThat(left)
                  .as("attachments after step %d", step)
                  .satisfiesAnyOf(
                      all -> assertThat(all).isEmpty(), all -> assertThat(all).hasSize(2));
              assertThat(next.operations().running()).isEmpty();
              if (left.isEmpty()) {
                world.assertNoClaims();
                assertThat(attach(next, "b" + step, "one", "two").mounts()).hasSize(2);
              } else {
                if (kind.oneWriter()) {
                  assertThatThrownBy(() -> attach(next, "b" + step, "one"))
                      .isInstanceOf(InUseException.class);
                }
                assertThat(attach(next, "a" + step, "one", "two").mounts()).hasSize(2);
              }
            });
    assertThat(deaths).isGreaterThan(2);
  }

  @Test
  void anAttachmentThatDiedIsThereOnceTheSameAttachmentIsAnswered() {
    V one = volume("one");
    int deaths =
        dieAtEachStep(
            step -> detachAll(storage),
            (dying, step) -> attach(dying, "a" + step, "one"),
            step -> {
              attach(world.connect(), "a" + step, "one");
              assertThat(one.refresh().attachments())
                  .as("attachments after step %d", step)
                  .extracting(attachment -> attachment.target().name())
                  .containsExactly("a" + step);
            });
    assertThat(deaths).isGreaterThan(1);
  }

  private static void detachAll(StorageClient client) {
    client.attachments().list().map(Attachment::target).distinct().toList().stream()
        .map(client.attachments()::of)
        .forEach(target -> target.detachAll().await(PATIENCE));
  }

  @Test
  void aDetachmentThatDiedIsFinishedByRecovery() {
    detachmentIsFinished(Look.RECOVER);
  }

  @Test
  void aDetachmentThatDiedIsFinishedByReading() {
    detachmentIsFinished(Look.READ);
  }

  private void detachmentIsFinished(Look look) {
    volume("one");
    volume("two");
    int deaths =
        dieAtEachStep(
            step -> attach("a" + step, "one", "two"),
            (dying, step) -> dying.attachments().of(instance("a" + step)).detachAll().await(),
            step -> {
              StorageClient next = world.connect();
              look(next, look, "one", "two");
              List<Attachment> left = next.attachments().list().toList();
              if (step == 0) {
                assertThat(left).as("nothing was changed").hasSize(2);
                detachAll(next);
              } else {
                assertThat(left).as("attachments after step %d", step).isEmpty();
              }
              world.assertNoClaims();
              attach(next, "b" + step, "one", "two");
              detachAll(next);
              assertThat(next.operations().running()).isEmpty();
            });
    assertThat(deaths).isPositive();
  }

  @Test
  void aDeletionThatDiedIsFinishedByRecovery() {
    deletionIsFinished(Look.RECOVER);
  }

  @Test
  void aDeletionThatDiedIsFinishedByReading() {
    deletionIsFinished(Look.READ);
  }

  private void deletionIsFinished(Look look) {
    int deaths =
        dieAtEachStep(
            step -> volume("d" + step),
            (dying, step) -> volumes(dying).named("d" + step).delete().await(),
            step -> {
              String name = "d" + step;
              StorageClient next = world.connect();
              look(next, look, name);
              if (step == 0) {
                assertThat(volumes(next).named(name).delete().await(PATIENCE)).isNotNull();
              }
              Eventually.holds(
                  "the drive is gone after step " + step, () -> volumes(next).find(name).isEmpty());
              world.assertEmpty(world.account);
            });
    assertThat(deaths).isPositive();
  }

  @Test
  void aDeletionForLaterIsDoneThoughItsProcessDied() {
    V drive = volume("workspace");
    attach("a", "workspace");
    drive.deleteWhenDetached();
    StorageClient other = world.connect();
    detachAll(other);
    other.recover();
    Eventually.holds("the drive is gone", () -> volumes(other).find("workspace").isEmpty());
    world.assertEmpty(world.account);
  }

  @Test
  void twoWhoRecoverAtOnceEndInTheSameState() throws Exception {
    volume("one");
    Crash crash = Crash.after(1);
    StorageClient dying = world.connect(crash);
    assertThatThrownBy(() -> volumes(dying).create(small("two")).await(PATIENCE))
        .isInstanceOf(Crash.Death.class);
    assertThatThrownBy(() -> attach(world.connect(Crash.after(1)), "a", "one"))
        .isInstanceOf(Crash.Death.class);
    List<StorageClient> clients = List.of(world.connect(), world.connect());
    Race.run(2, i -> clients.get(i).recover());
    assertThat(volumes(clients.get(0)).named("two").await(PATIENCE).id())
        .isEqualTo(volumes(clients.get(1)).named("two").await(PATIENCE).id());
    assertThat(storage.operations().running()).isEmpty();
    assertThat(storage.attachments().list().toList()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void recoveryOfWhatIsWellChangesNothing() {
    volume("one");
    volume("two");
    attach("a", "one");
    RecoveryReport first = world.connect().recover();
    assertThat(first.undone()).isEmpty();
    assertThat(first.released()).isEmpty();
    RecoveryReport second = storage.recover();
    assertThat(second.examined()).isZero();
    assertThat(second.completed()).isEmpty();
    assertThat(storage.attachments().list()).hasSize(1);
  }

  @Test
  void theIntentIsRecordedBeforeTheFirstEffect() {
    Crash crash = Crash.after(1);
    StorageClient dying = world.connect(crash);
    assertThatThrownBy(() -> volumes(dying).create(small("workspace")).await(PATIENCE))
        .isInstanceOf(Crash.Death.class);
    List<VolumeRecord> records = world.raw().volumes().list(RecordQuery.where(Map.of())).records();
    assertThat(records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.operations()).extracting(OperationRecord::running).contains(true);
              assertThat(record.spec().name()).isEqualTo("workspace");
            });
  }

  @Test
  void whatADeadHelperMadeOfAVolumeThatIsGoneGoesToo() {
    V drive = volumes(world.connect(Hold.on("Provisioning.advance"))).create(small("workspace"));
    StorageBackend raw = world.raw();
    VolumeRecord asItWas = raw.volumes().list(RecordQuery.where(Map.of())).records().get(0);
    drive.delete().await(PATIENCE);
    raw.ability(Provisioning.class).orElseThrow().advance(asItWas);
    world.connect().recover();
    world.assertEmpty(world.account);
  }
}
