package dev.mooring.testkit.contract;

import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;

/**
 * Everything that a backend must do, by topic. A backend's test extends it:
 *
 * <pre>{@code
 * class MyBackendTest extends StorageContract {
 *   @AutoClose private static final BackendFixture FIXTURE = new MyFixture();
 *
 *   @Override
 *   protected BackendFixture fixture() {
 *     return FIXTURE;
 *   }
 * }
 * }</pre>
 */
@DisplayNameGeneration(Sentences.class)
public abstract class StorageContract {
  /** For subclasses. */
  protected StorageContract() {}

  /** The backend under test; the same for all tests. */
  protected abstract BackendFixture fixture();

  @Nested
  class Names extends NamesContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Creating extends CreatingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Waiting extends WaitingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Claiming extends ClaimingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class AutoDetaching extends AutoDetachingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Detaching extends DetachingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Deleting extends DeletingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Trashing extends TrashingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Listing extends ListingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Planning extends PlanningContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Pricing extends PricingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Operating extends OperatingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Recovering extends RecoveringContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Overtaking extends OvertakingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Isolating extends IsolatingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Failing extends FailingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Refusing extends RefusingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Hosting extends HostingContract {
    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }
}
