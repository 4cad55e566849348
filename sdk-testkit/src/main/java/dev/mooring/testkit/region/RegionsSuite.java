package dev.mooring.testkit.region;

import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;

/**
 * What two regions of a backend must do together, by topic: names are unique in an account over
 * both. A backend's test extends it, and answers one fixture for all tests.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class RegionsSuite {
  /** For subclasses. */
  protected RegionsSuite() {}

  /** The two regions under test; the same for all tests. */
  protected abstract RegionsFixture fixture();

  @Nested
  class UniqueNames extends UniqueNamesContract {
    @Override
    RegionsFixture fixture() {
      return RegionsSuite.this.fixture();
    }
  }

  @Nested
  class Joining extends JoiningContract {
    @Override
    RegionsFixture fixture() {
      return RegionsSuite.this.fixture();
    }
  }

  @Nested
  class CrashedNames extends CrashedNamesContract {
    @Override
    RegionsFixture fixture() {
      return RegionsSuite.this.fixture();
    }
  }

  @Nested
  class HomeAway extends HomeAwayContract {
    @Override
    RegionsFixture fixture() {
      return RegionsSuite.this.fixture();
    }
  }
}
