package dev.mooring.testkit.contract;

import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
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
  class Names extends NamesContract<CloudDrive, CreateDrive> {
    Names() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Creating extends CreatingContract<CloudDrive, CreateDrive> {
    Creating() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Waiting extends WaitingContract<CloudDrive, CreateDrive> {
    Waiting() {
      super(Kind.DRIVE);
    }

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
  class Deleting extends DeletingContract<CloudDrive, CreateDrive> {
    Deleting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Trashing extends TrashingContract<CloudDrive, CreateDrive> {
    Trashing() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Listing extends ListingContract<CloudDrive, CreateDrive> {
    Listing() {
      super(Kind.DRIVE);
    }

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
  class Operating extends OperatingContract<CloudDrive, CreateDrive> {
    Operating() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Recovering extends RecoveringContract<CloudDrive, CreateDrive> {
    Recovering() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Snapshotting extends SnapshottingContract<CloudDrive, CreateDrive> {
    Snapshotting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }

  @Nested
  class Resizing extends ResizingContract<CloudDrive, CreateDrive> {
    Resizing() {
      super(Kind.DRIVE);
    }

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

  /** Filesystems do all that drives do, and are shared. */
  @Nested
  class Filesystems {
    @Nested
    class Names extends NamesContract<SharedFilesystem, CreateFilesystem> {
      Names() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Creating extends CreatingContract<SharedFilesystem, CreateFilesystem> {
      Creating() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Waiting extends WaitingContract<SharedFilesystem, CreateFilesystem> {
      Waiting() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Deleting extends DeletingContract<SharedFilesystem, CreateFilesystem> {
      Deleting() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Trashing extends TrashingContract<SharedFilesystem, CreateFilesystem> {
      Trashing() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Listing extends ListingContract<SharedFilesystem, CreateFilesystem> {
      Listing() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Operating extends OperatingContract<SharedFilesystem, CreateFilesystem> {
      Operating() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Recovering extends RecoveringContract<SharedFilesystem, CreateFilesystem> {
      Recovering() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Snapshotting extends SnapshottingContract<SharedFilesystem, CreateFilesystem> {
      Snapshotting() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Resizing extends ResizingContract<SharedFilesystem, CreateFilesystem> {
      Resizing() {
        super(Kind.FILESYSTEM);
      }

      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }

    @Nested
    class Sharing extends SharingContract {
      @Override
      BackendFixture fixture() {
        return StorageContract.this.fixture();
      }
    }
  }
}
