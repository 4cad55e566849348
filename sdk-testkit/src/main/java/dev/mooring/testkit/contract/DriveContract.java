package dev.mooring.testkit.contract;

import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;

/**
 * The part of {@link StorageContract} that is about drives, and about what has no kind of volume.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class DriveContract {
  /** For subclasses. */
  protected DriveContract() {}

  /** The backend under test; the same for all tests. */
  protected abstract BackendFixture fixture();

  @Nested
  class Names extends NamesContract<CloudDrive, CreateDrive> {
    Names() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Creating extends CreatingContract<CloudDrive, CreateDrive> {
    Creating() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Waiting extends WaitingContract<CloudDrive, CreateDrive> {
    Waiting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Claiming extends ClaimingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class AutoDetaching extends AutoDetachingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Detaching extends DetachingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Deleting extends DeletingContract<CloudDrive, CreateDrive> {
    Deleting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Protecting extends ProtectingContract<CloudDrive, CreateDrive> {
    Protecting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Cataloguing extends CataloguingContract<CloudDrive, CreateDrive> {
    Cataloguing() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Trashing extends TrashingContract<CloudDrive, CreateDrive> {
    Trashing() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Condition extends ConditionContract<CloudDrive, CreateDrive> {
    Condition() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Following extends FollowingContract<CloudDrive, CreateDrive> {
    Following() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Listing extends ListingContract<CloudDrive, CreateDrive> {
    Listing() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Planning extends PlanningContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Pricing extends PricingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Operating extends OperatingContract<CloudDrive, CreateDrive> {
    Operating() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Recovering extends RecoveringContract<CloudDrive, CreateDrive> {
    Recovering() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Snapshotting extends SnapshottingContract<CloudDrive, CreateDrive> {
    Snapshotting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Maintaining extends MaintainingContract<CloudDrive, CreateDrive> {
    Maintaining() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Verifying extends VerifyingContract<CloudDrive, CreateDrive> {
    Verifying() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Cancelling extends GrowthCancellingContract<CloudDrive, CreateDrive> {
    Cancelling() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Resizing extends ResizingContract<CloudDrive, CreateDrive> {
    Resizing() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Overtaking extends OvertakingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Isolating extends IsolatingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Failing extends FailingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Auditing extends AuditingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Refusing extends RefusingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Hosting extends HostingContract {
    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }

  @Nested
  class Adopting extends AdoptingContract<CloudDrive, CreateDrive> {
    Adopting() {
      super(Kind.DRIVE);
    }

    @Override
    BackendFixture fixture() {
      return DriveContract.this.fixture();
    }
  }
}
