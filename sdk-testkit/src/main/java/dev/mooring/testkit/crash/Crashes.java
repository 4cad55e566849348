package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.fault.Gate;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One job, killed at each of its changes. */
final class Crashes {
  private final CrashFixture fixture;
  private final World world;
  private final Job job;
  private final StorageClient mine;
  private final List<String> killed = new ArrayList<>();
  private ClientProcess next;

  Crashes(CrashFixture fixture, World world, Job job) {
    this.fixture = fixture;
    this.world = world;
    this.job = job;
    this.mine = world.connect();
    this.next = start();
  }

  private ClientProcess start() {
    return ClientProcess.start(fixture.configuration(), world.account);
  }

  /** The next process, which has started while the last one's remains were looked at. */
  private ClientProcess take() {
    ClientProcess taken = next;
    next = start();
    return taken;
  }

  /** Returns how many processes were killed. */
  int run() {
    try {
      List<String> points = record();
      assertThat(points).as("changes of: %s", job.name()).isNotEmpty();
      for (int point = 1; point <= points.size(); point++) {
        for (boolean after : List.of(false, true)) {
          for (Look look : looks()) {
            kill(points, point, after ? Gate.afterEffect() : Gate.beforeEffect(), look);
          }
        }
      }
      System.out.printf(
          "crash suite, %s: %d changes, %d processes killed, before and after each of %s%n",
          job.name(), points.size(), killed.size(), points);
      assertThat(killed).hasSize(points.size() * 2 * looks().size());
      return killed.size();
    } finally {
      next.close();
    }
  }

  private Began began(List<String> points, int made) {
    return points.subList(0, made).stream().anyMatch(fixture.tap()::lasts) ? Began.YES : Began.NO;
  }

  private List<Look> looks() {
    List<Look> all = List.of(Look.values());
    return fixture.exhaustive() ? all : List.of(all.get(killed.size() % all.size()));
  }

  private List<String> record() {
    String drive = "recorded";
    job.prepare(mine, drive);
    try (ClientProcess process = take()) {
      fixture.tap().reset();
      Answer answer = process.ask(job.command(drive));
      assertThat(answer).as("the job undisturbed").isInstanceOf(Answer.Done.class);
      job.awaitEnd(drive);
      List<String> points = fixture.tap().seen();
      job.settle(world.connect(), drive, Look.RECOVER, Began.YES);
      return points;
    }
  }

  private void kill(List<String> points, int point, Gate gate, Look look) {
    String side = gate.isAfterEffect() ? "after" : "before";
    String words = side + " " + points.get(point - 1);
    String drive = "d" + killed.size();
    job.prepare(mine, drive);
    fixture.tap().reset();
    fixture.tap().hold(point, gate);
    try (ClientProcess process = take()) {
      CompletableFuture<Answer> answer = process.send(job.command(drive));
      Eventually.holds("change " + point + " of " + points + " is reached", gate::held);
      process.kill();
      gate.drop();
      assertThat(ClientProcess.await(answer)).as("the answer").isNotNull();
    }
    assertThat(fixture.tap().seen().subList(0, point))
        .as("changes up to the kill")
        .isEqualTo(points.subList(0, point));
    try {
      job.settle(
          world.connect(), drive, look, began(points, gate.isAfterEffect() ? point : point - 1));
      world.assertEmpty(world.account);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "%s, killed %s (change %d of %d), then %s: %s"
              .formatted(job.name(), words, point, points.size(), look, e),
          e);
    }
    killed.add(words);
  }
}
