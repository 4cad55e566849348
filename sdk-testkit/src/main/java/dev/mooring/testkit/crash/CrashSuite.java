package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.Capability;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * A process is killed before and after each of its changes, by {@code kill -9}. Which changes there
 * are is recorded from a run that is not killed. The next client finishes or undoes what was left:
 * once by {@code recover()}, once just by doing the same again. Afterwards nothing is left over and
 * nothing is there twice. A backend's test extends it, as {@link
 * dev.mooring.testkit.contract.StorageContract}. Prints what it killed, and fails when that was
 * nothing.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class CrashSuite {
  private World world;

  /** For subclasses. */
  protected CrashSuite() {}

  /** The backend under test; the same for all tests. */
  protected abstract CrashFixture fixture();

  @BeforeEach
  void begin() {
    world = new World(fixture());
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void run(Job job) {
    int killed = new Crashes(fixture(), world, job).run();
    assertThat(killed).as("processes killed").isPositive();
  }

  @Test
  void aCreationIsFinishedOrNeverWas() {
    run(new CreateJob(world));
  }

  @Test
  void anAttachmentIsWholeOrUndone() {
    run(new AttachJob(world));
  }

  @Test
  void aDetachmentIsFinished() {
    run(new DetachJob(world));
  }

  @Test
  void aDeletionIsFinished() {
    run(new DeleteJob(world));
  }

  @Test
  void aLaunchIsWholeOrUndone() {
    boolean hosts = fixture().capabilities().contains(Capability.INSTANCES);
    if (hosts) {
      run(new LaunchJob(world));
    } else {
      assertThat(world.raw().ability(dev.mooring.spi.InstanceHosting.class)).isEmpty();
    }
  }
}
