package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.FailedException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.Plan;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes late: steps, launches and renewals that others have overtaken. */
abstract class OvertakingContract extends Contract<CloudDrive, CreateDrive> {
  OvertakingContract() {
    super(Kind.DRIVE);
  }

  private static final int MOST_STEPS = 60;

  /** A backend some of whose volumes are used, as it seems. */
  private Interceptor used(AtomicBoolean busy, Launch by) {
    VolumeUser user =
        new VolumeUser(
            "pod", "stranger", VolumeUser.State.RUNNING, false, by.token(), by.key(), null, false);
    return call -> {
      if (!call.name().equals("Attaching.users") || !busy.get()) {
        return call.proceed();
      }
      Map<String, List<VolumeUser>> users = new HashMap<>();
      for (Object volume : (Collection<?>) Objects.requireNonNull(call.argument())) {
        users.put(((VolumeRecord) volume).key(), List.of(user));
      }
      return users;
    };
  }

  private void tick() {
    fixture().clock().ifPresent(clock -> clock.set(clock.instant().plusSeconds(1)));
  }

  private boolean renewed(Launch launch) {
    try {
      launch.renew();
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  private boolean attached(StorageClient client, String instance, String drive) {
    try {
      attach(client, instance, drive);
      return true;
    } catch (InUseException | ConflictException e) {
      return false;
    }
  }

  @Test
  void ofARenewalAndATakeOverExactlyOneSucceedsWheneverTheRenewalComes() {
    StorageClient hasty = world.connect(world.hasty());
    for (int step = 0; step < MOST_STEPS; step++) {
      String drive = "d" + step;
      volume(hasty, drive);
      Launch launch = attach(hasty, "a" + step, drive);
      world.passUntil(launch.graceUntil());
      AtomicBoolean kept = new AtomicBoolean();
      Interruption interruption = new Interruption(step, () -> kept.set(renewed(launch)));
      StorageClient taker = world.connect(new InterceptedBackend(world.hasty(), interruption));
      boolean taken = attached(taker, "b" + step, drive);
      if (!interruption.ran()) {
        assertThat(step).as("steps of a take-over").isPositive();
        return;
      }
      assertThat(taken).as("taken, with a renewal before change %s", step).isNotEqualTo(kept.get());
      assertThat(hasty.attachments().of(World.ref(drive)))
          .extracting(attachment -> attachment.target().name())
          .containsExactly((taken ? "b" : "a") + step);
    }
    throw new AssertionError("a take-over takes more than " + MOST_STEPS + " steps");
  }

  @Test
  void aLaunchThatLostOneOfItsDrivesStartsNothing() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "one");
    volume(hasty, "two");
    Launch launch = attach(hasty, "a", "one", "two");
    world.passUntil(launch.graceUntil());
    attach(hasty, "b", "one");
    assertThatThrownBy(() -> hasty.instances().launch(launch))
        .isInstanceOf(ConflictException.class);
    assertThat(hasty.instances().find("a")).isEmpty();
  }

  @Test
  void aLaunchStartsNothingWithALaterDriveOfTheName() {
    StorageClient hasty = world.connect(world.hasty());
    volume(hasty, "workspace");
    Launch launch = attach(hasty, "a", "workspace");
    world.passUntil(launch.graceUntil());
    hasty.cloudDrives().named("workspace").delete().await(PATIENCE);
    volume(hasty, "workspace");
    attach(hasty, "b", "workspace");
    assertThatThrownBy(() -> hasty.instances().launch(launch))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(launch::renew).isInstanceOf(ConflictException.class);
    assertThat(hasty.instances().find("a")).isEmpty();
  }

  @Test
  void whoeverFinishesAnAttachLooksForUsersAgain() {
    StorageClient hasty = world.connect(world.hasty());
    for (int step = 0; step < MOST_STEPS; step++) {
      String drive = "d" + step;
      volume(hasty, drive);
      Launch dead = attach(hasty, "a" + step, drive);
      world.passUntil(dead.graceUntil());
      Crash crash = Crash.after(step);
      StorageClient dying = world.connect(new InterceptedBackend(world.hasty(), crash));
      try {
        attach(dying, "b" + step, drive);
      } catch (Crash.Death e) {
        // as intended
      }
      if (!crash.crashed()) {
        assertThat(step).as("steps of a take-over").isPositive();
        return;
      }
      AtomicBoolean busy = new AtomicBoolean(true);
      StorageClient next = world.connect(new InterceptedBackend(world.hasty(), used(busy, dead)));
      next.recover();
      assertThat(next.attachments().of(instance("b" + step)).list())
          .as("attached beside a user, after a death before change %s", step)
          .isEmpty();
    }
    throw new AssertionError("a take-over takes more than " + MOST_STEPS + " steps");
  }

  @Test
  void whoeverTookADriveBetweenTwoLooksIsNamedAsItsHolder() {
    int refused = 0;
    for (int look = 0; look < MOST_STEPS; look++) {
      String drive = "d" + look;
      volume(drive);
      TakenAtALook taken = new TakenAtALook(look, drive);
      StorageClient late = world.connect(taken);
      try {
        attach(late, "b-" + drive, drive);
      } catch (InUseException e) {
        assertThat(e.holders())
            .as("who took it before look %s", look)
            .extracting(Holder::kind, Holder::name)
            .containsExactly(tuple("instance", "a-" + drive));
        refused++;
        continue;
      }
      assertThat(taken.by).as("who took it beside, before look %s", look).isNull();
      if (taken.looksLeft >= 0) {
        assertThat(refused).as("attaches that were overtaken").isPositive();
        return;
      }
    }
    throw new AssertionError("an attach looks more than " + MOST_STEPS + " times");
  }

  @Test
  void aLateStepOfADetachDoesNotFreeWhatWasAttachedSince() {
    volume("workspace");
    volume("stays");
    attach("a", "stays"); // so that the target's life, and its token, go on
    for (int step = 1; step < MOST_STEPS; step++) {
      attach("a", "workspace");
      StorageClient other = world.connect();
      Interruption interruption =
          new Interruption(
              step,
              () -> {
                other
                    .attachments()
                    .of(instance("a"))
                    .detach(World.ref("workspace"))
                    .await(PATIENCE);
                tick();
                attach(other, "a", "workspace");
              });
      StorageClient late = world.connect(interruption);
      late.attachments().of(instance("a")).detach(World.ref("workspace"));
      if (!interruption.ran()) {
        assertThat(step).as("steps of a detach").isGreaterThan(1);
        return;
      }
      assertThat(other.attachments().of(World.ref("workspace")))
          .as("attached since, before change %s of the late detach", step)
          .hasSize(1);
      assertThat(world.raw().volumes().list(RecordQuery.where(Map.of())).records())
          .allMatch(record -> record.holder().isPresent());
      other.attachments().of(instance("a")).detach(World.ref("workspace")).await(PATIENCE);
      tick();
    }
    throw new AssertionError("a detach takes more than " + MOST_STEPS + " steps");
  }

  @Test
  void aDetachThatWaitsIsFoundAgainByRepeatingItAndNothingIsAttachedMeanwhile() {
    volume("workspace");
    Launch launch = attach("a", "workspace");
    AtomicBoolean busy = new AtomicBoolean(true);
    StorageClient client = world.connect(used(busy, launch));
    Operation<List<Attachment>> first =
        client.attachments().of(instance("a")).detach(World.ref("workspace"));
    assertThat(first.state()).isEqualTo(OperationState.RUNNING);
    Operation<List<Attachment>> again =
        client.attachments().of(instance("a")).detach(World.ref("workspace"));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.state()).isEqualTo(OperationState.RUNNING);
    Plan<Launch> plan =
        client.attachments().to(instance("a")).mount("workspace", "/mnt/workspace").plan();
    assertThat(plan.violations()).extracting(Violation::code).containsOnly(ErrorCode.CONFLICT);
    assertThat(client.attachments().of(instance("a")).launch())
        .hasValueSatisfying(leaving -> assertThat(leaving.mounts()).isEmpty());
    busy.set(false);
    assertThat(again.await(PATIENCE)).hasSize(1);
    assertThat(storage.attachments().of(World.ref("workspace"))).isEmpty();
  }

  @Test
  void aPlanThatFailedOnTheWayGoesOnWhereItStopped() {
    AtomicBoolean failed = new AtomicBoolean();
    StorageClient client =
        world.connect(
            call -> {
              if (call.name().equals("targets.create") && failed.compareAndSet(false, true)) {
                throw new FailedException(Problem.tried("test").because("as planned"), "TEST", "");
              }
              return call.proceed();
            });
    Plan<Launch> plan =
        client.attachments().to(instance("a")).createDrive("db", gb(1), "/db").plan();
    assertThatThrownBy(plan::apply).isInstanceOf(FailedException.class);
    assertThat(client.cloudDrives().find("db")).isPresent();
    assertThat(plan.apply().mounts()).hasSize(1);
    assertThat(plan.apply().mounts()).hasSize(1);
    assertThat(client.attachments().of(World.ref("db"))).hasSize(1);
  }

  /** Lets another client take and use a drive just before one of the looks for its users. */
  private final class TakenAtALook implements Interceptor {
    private final StorageClient other = world.connect();
    private final String drive;
    private int looksLeft;
    private @Nullable Launch by;

    TakenAtALook(int looksLeft, String drive) {
      this.looksLeft = looksLeft;
      this.drive = drive;
    }

    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.name().equals("Attaching.users") && looksLeft-- == 0) {
        try {
          by = attach(other, "a-" + drive, drive);
        } catch (InUseException e) {
          // the one that looks was faster
        }
      }
      return by == null ? call.proceed() : used(new AtomicBoolean(true), by).around(call);
    }
  }

  /** Does something else just before one of the changes of a client. */
  private static final class Interruption implements Interceptor {
    private int changesLeft;
    private final Runnable work;
    private boolean ran;

    Interruption(int changesLeft, Runnable work) {
      this.changesLeft = changesLeft;
      this.work = work;
    }

    synchronized boolean ran() {
      return ran;
    }

    private synchronized boolean isTime() {
      boolean now = !ran && changesLeft-- == 0;
      ran |= now;
      return now;
    }

    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.mutates() && isTime()) {
        work.run();
      }
      return call.proceed();
    }
  }
}
