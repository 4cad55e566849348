package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.config.RetrySettings;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageException;
import dev.mooring.testkit.contract.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One job, with each of its calls broken. */
final class Faulted {
  /** A client that gives up at once, and one that tries again. */
  private static final List<RetrySettings> RETRIES =
      List.of(new RetrySettings(1, 0), new RetrySettings(4, 100));

  private static final Set<ErrorCode> TRUTHFUL =
      EnumSet.of(ErrorCode.UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN, ErrorCode.CONFLICT);

  private final FaultFixture fixture;
  private final FaultLayer layer;
  private final World world;
  private final Job job;
  private final StorageClient mine;
  private final Map<String, Integer> injected = new TreeMap<>();
  private final Map<String, Integer> answers = new TreeMap<>();
  private int runs;

  Faulted(FaultFixture fixture, World world, Job job) {
    this.fixture = fixture;
    this.layer = fixture.layer();
    this.world = world;
    this.job = job;
    this.mine = world.connect();
  }

  /** Returns how many calls were broken. */
  int run() {
    List<FaultPoint> points = record();
    assertThat(points).as("calls of: %s", job.name()).isNotEmpty();
    int turn = 0;
    for (int n = 1; n <= points.size(); n++) {
      List<FaultLayer.Fault> faults = layer.faults(points.get(n - 1));
      if (!fixture.exhaustive() && !points.get(n - 1).mutates()) {
        faults = List.of(faults.get(turn++ % faults.size()));
      }
      for (FaultLayer.Fault fault : faults) {
        for (RetrySettings retry :
            fixture.exhaustive() ? RETRIES : List.of(RETRIES.get(runs % 2))) {
          hit(points.get(n - 1), n, fault, retry);
        }
      }
    }
    int total = injected.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "fault suite, %s: %d calls, %d faults injected %s, answers %s%n",
        job.name(), points.size(), total, injected, answers);
    return total;
  }

  private List<FaultPoint> record() {
    String drive = "recorded";
    job.prepare(mine, drive);
    layer.reset();
    try (StorageClient client = client(RETRIES.get(0))) {
      job.run(client, drive);
    }
    List<FaultPoint> points = new ArrayList<>(layer.calls());
    layer.reset();
    job.settle(world.connect(), drive, Look.RECOVER, Began.YES);
    return points;
  }

  private StorageClient client(RetrySettings retry) {
    return world.builder(world.account, fixture.faulty(), region -> region).retry(retry).build();
  }

  private void hit(FaultPoint point, int n, FaultLayer.Fault fault, RetrySettings retry) {
    String drive = "d" + runs;
    Look look = runs++ % 4 < 2 ? Look.RECOVER : Look.REPEAT;
    job.prepare(mine, drive);
    layer.reset();
    layer.inject(n, fault);
    StorageException error = null;
    try (StorageClient client = client(retry)) {
      job.run(client, drive);
    } catch (StorageException e) {
      error = e;
    } catch (RuntimeException e) {
      throw new AssertionError(words(point, n, fault, retry, look, e), e);
    }
    List<FaultPoint> broken = layer.broken();
    List<FaultPoint> calls = layer.calls();
    boolean changed = calls.stream().limit(n - 1).anyMatch(FaultPoint::mutates);
    if (!broken.isEmpty()) {
      injected.merge(fault.name(), 1, Integer::sum);
      answers.merge(error == null ? "done" : error.code().name(), 1, Integer::sum);
    }
    layer.reset();
    try {
      judge(broken, changed, fault, error, drive);
      job.settle(world.connect(), drive, look, error == null ? Began.YES : Began.MAYBE);
      world.assertEmpty(world.account);
    } catch (AssertionError | RuntimeException e) {
      if (error != null) {
        e.addSuppressed(error);
      }
      throw new AssertionError(words(point, n, fault, retry, look, e), e);
    }
  }

  private void judge(
      List<FaultPoint> broken,
      boolean changed,
      FaultLayer.Fault fault,
      @Nullable StorageException error,
      String drive) {
    if (error == null) {
      try (StorageClient next = world.connect()) {
        job.assertDone(next, drive);
      }
      return;
    }
    assertThat(error.code()).as("the error: %s", error).isIn(TRUTHFUL);
    assertThat(error.getMessage()).startsWith("Could not ").doesNotContain("null");
    assertThat(error.hint()).as("the hint of: %s", error).isPresent();
    if (error.code() == ErrorCode.OUTCOME_UNKNOWN) {
      boolean hidden = fault.hidesEffect() && broken.stream().anyMatch(FaultPoint::mutates);
      assertThat(hidden || (changed && job.undecided(error)))
          .as("an effect that nobody can know: %s", error)
          .isTrue();
    }
  }

  private String words(
      FaultPoint point,
      int n,
      FaultLayer.Fault fault,
      RetrySettings retry,
      Look look,
      Throwable e) {
    return "%s, %s at call %d (%s), %d tries, then %s: %s"
        .formatted(job.name(), fault.name(), n, point.name(), retry.attempts(), look, e);
  }
}
