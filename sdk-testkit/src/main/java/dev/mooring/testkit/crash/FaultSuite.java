package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * Each call of each job is broken in each way. The job comes to its right end, or to a truthful
 * error: {@code OutcomeUnknownException} only where the caller cannot know the effect. The next
 * client settles what was left, by {@code recover()} or by doing the same again: nothing is lost,
 * nothing is there twice. A backend's test extends it. Prints what it broke, and fails when that
 * was nothing.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class FaultSuite {
  private World world;

  /** For subclasses. */
  protected FaultSuite() {}

  /** The backend under test; the same for all tests. */
  protected abstract FaultFixture fixture();

  @BeforeEach
  void begin() {
    world = new World(fixture());
  }

  @AfterEach
  void end() {
    fixture().layer().reset();
    world.close();
  }

  private void run(Job job) {
    assertThat(new Faulted(fixture(), world, job).run()).as("faults injected").isPositive();
  }

  @Test
  void creatingSurvivesEachFault() {
    run(new CreateJob(world));
  }

  @Test
  void attachingSurvivesEachFault() {
    run(new AttachJob(world));
  }

  @Test
  void detachingSurvivesEachFault() {
    run(new DetachJob(world));
  }

  @Test
  void deletingSurvivesEachFault() {
    run(new DeleteJob(world));
  }
}
