package dev.mooring.testkit.contract;

import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;

/**
 * The part of {@link StorageContract} that is about filesystems: they do all that drives do, and
 * are shared.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class FilesystemContract {
  /** For subclasses. */
  protected FilesystemContract() {}

  /** The backend under test; the same for all tests. */
  protected abstract BackendFixture fixture();

  @Nested
  class Names extends NamesContract<SharedFilesystem, CreateFilesystem> {
    Names() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Creating extends CreatingContract<SharedFilesystem, CreateFilesystem> {
    Creating() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Waiting extends WaitingContract<SharedFilesystem, CreateFilesystem> {
    Waiting() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Deleting extends DeletingContract<SharedFilesystem, CreateFilesystem> {
    Deleting() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Protecting extends ProtectingContract<SharedFilesystem, CreateFilesystem> {
    Protecting() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Training extends TrainingContract {
    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Trashing extends TrashingContract<SharedFilesystem, CreateFilesystem> {
    Trashing() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Condition extends ConditionContract<SharedFilesystem, CreateFilesystem> {
    Condition() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Following extends FollowingContract<SharedFilesystem, CreateFilesystem> {
    Following() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Listing extends ListingContract<SharedFilesystem, CreateFilesystem> {
    Listing() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Operating extends OperatingContract<SharedFilesystem, CreateFilesystem> {
    Operating() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Recovering extends RecoveringContract<SharedFilesystem, CreateFilesystem> {
    Recovering() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Snapshotting extends SnapshottingContract<SharedFilesystem, CreateFilesystem> {
    Snapshotting() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Maintaining extends MaintainingContract<SharedFilesystem, CreateFilesystem> {
    Maintaining() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Verifying extends VerifyingContract<SharedFilesystem, CreateFilesystem> {
    Verifying() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Cancelling extends GrowthCancellingContract<SharedFilesystem, CreateFilesystem> {
    Cancelling() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Resizing extends ResizingContract<SharedFilesystem, CreateFilesystem> {
    Resizing() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Sharing extends SharingContract {
    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class OtherNamespaces extends OtherNamespacesContract {
    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }

  @Nested
  class Adopting extends AdoptingContract<SharedFilesystem, CreateFilesystem> {
    Adopting() {
      super(Kind.FILESYSTEM);
    }

    @Override
    BackendFixture fixture() {
      return FilesystemContract.this.fixture();
    }
  }
}
