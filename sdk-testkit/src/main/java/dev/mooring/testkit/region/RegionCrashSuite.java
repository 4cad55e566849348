package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.crash.Tap;
import dev.mooring.testkit.fault.Gate;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import dev.mooring.testkit.process.Command;
import dev.mooring.volume.Capacity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * A process is killed by {@code kill -9}, before and after each of its changes, while it creates or
 * deletes a volume in one region whose name is reserved in another. Which changes there are is
 * recorded from a run that is not killed. In turn the next client recovers, or wants the name for a
 * volume of the other region. Prints what it killed.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class RegionCrashSuite {
  private static final String DRIVE = "workspace";

  private TwoRegions world;

  /** For subclasses. */
  protected RegionCrashSuite() {}

  /** The two regions under test, past the tap. */
  protected abstract RegionsFixture fixture();

  /**
   * A {@code mooring.yaml} of both regions, {@code us-central} and {@code eu-west}, through which
   * every change passes {@link #tap()}. The first is the home, requests go to the second.
   */
  protected abstract Path configuration();

  /** Sees the changes of the other processes. */
  protected abstract Tap tap();

  @BeforeEach
  void begin() {
    world = new TwoRegions(fixture());
    // The record of the account is made once.
    RegionsTopic.drive(world.connect(), "first", TwoRegions.HOME)
        .purge()
        .await(Eventually.PATIENCE);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aNameIsFinishedOrReleasedWhenWhoeverReservedItIsKilled() {
    kill("create", Command.create(DRIVE, Capacity.gb(1)), () -> {}, this::wantIt);
  }

  @Test
  void aNameIsReleasedWhenWhoeverDeletesItsVolumeIsKilled() {
    kill(
        "delete",
        Command.delete(DRIVE),
        () -> RegionsTopic.drive(world.connect(), DRIVE, TwoRegions.OTHER),
        this::wantItOnceItIsFree);
  }

  private void kill(String job, Command command, Runnable prepare, Runnable want) {
    List<String> points = record(command, prepare);
    assertThat(points).as("changes of %s", job).isNotEmpty();
    List<String> killed = new ArrayList<>();
    for (int point = 1; point <= points.size(); point++) {
      for (Gate gate : List.of(Gate.beforeEffect(), Gate.afterEffect())) {
        String words =
            (gate.isAfterEffect() ? "after " : "before ") + point + ", " + points.get(point - 1);
        prepare.run();
        kill(command, point, gate);
        try {
          settle(killed.size() % 2 == 0 ? this::recover : want);
        } catch (AssertionError e) {
          throw new AssertionError(job + ", killed " + words + ": " + e.getMessage(), e);
        }
        killed.add(words);
      }
    }
    System.out.printf(
        "crash suite, %s in two regions: %d processes killed, before and after each of %s%n",
        job, killed.size(), points);
    assertThat(killed).hasSize(2 * points.size());
  }

  private List<String> record(Command command, Runnable prepare) {
    prepare.run();
    tap().reset();
    try (ClientProcess process = ClientProcess.start(configuration(), world.account)) {
      assertThat(process.ask(command)).as("undisturbed").isInstanceOf(Answer.Done.class);
      List<String> points = tap().seen();
      settle(this::recover);
      return points;
    }
  }

  private void kill(Command command, int point, Gate gate) {
    try (ClientProcess process = ClientProcess.start(configuration(), world.account)) {
      tap().reset();
      tap().hold(point, gate);
      CompletableFuture<Answer> answer = process.send(command);
      Eventually.holds("change " + point + " is reached", gate::held);
      process.kill();
      gate.drop();
      assertThat(ClientProcess.await(answer)).as("the answer").isNotNull();
    }
  }

  /** Lets the next client look, and takes away what is there then. */
  private void settle(Runnable look) {
    look.run();
    StorageClient next = world.connect();
    next.cloudDrives().find(DRIVE).ifPresent(drive -> drive.purge().await(Eventually.PATIENCE));
    Settled.volumes(world, 0);
    assertThat(world.names(TwoRegions.HOME)).as("names").isEmpty();
  }

  private void recover() {
    Settled.names(world);
  }

  /** Succeeds unless a volume had been stored: then the name is its own. */
  private void wantIt() {
    boolean stored = !world.volumes().isEmpty();
    boolean taken = !taken();
    assertThat(taken).as("the name was taken from a volume").isEqualTo(!stored);
    Settled.volumes(world, 1);
    world.assertNamesOfVolumes();
  }

  /** Succeeds as soon as the deletion has ended, if it had begun. */
  private void wantItOnceItIsFree() {
    if (world.connect().cloudDrives().find(DRIVE).isEmpty()) {
      Eventually.holds("the name is free", () -> !taken());
      Settled.volumes(world, 1);
    }
    Settled.names(world);
  }

  /** Wants the name for a volume of the home; whether another has it. */
  private boolean taken() {
    try {
      Object unused = RegionsTopic.drive(world.connect(), DRIVE, TwoRegions.HOME);
      return false;
    } catch (AlreadyExistsException e) {
      return true;
    }
  }
}
