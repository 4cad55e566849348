package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.config.Limits;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import dev.mooring.spi.Capability;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import org.junit.jupiter.api.Test;

/** Plans: the whole answer before anything changes, and nothing of it when the world moved on. */
abstract class PlanningContract extends Contract<CloudDrive, CreateDrive> {
  PlanningContract() {
    super(Kind.DRIVE);
  }

  @Test
  void aPlannedCreationTellsChangesAndPriceAndChangesNothing() {
    Plan<CloudDrive> plan =
        storage.cloudDrives().plan(CreateDrive.named("workspace").size(gb(10)).region(REGION));
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.action()).isEqualTo("create");
              assertThat(change.resource()).isEqualTo("drive/workspace");
              assertThat(change.detail()).contains("10GB");
            });
    assertThat(plan.cost().total()).hasToString("1.00 USD");
    assertThat(storage.cloudDrives().list()).isEmpty();
    world.assertEmpty(world.account);
  }

  @Test
  void anAppliedPlanIsDoneAndDoneOnce() {
    Plan<CloudDrive> plan = storage.cloudDrives().plan(small("workspace"));
    CloudDrive first = plan.apply().await(PATIENCE);
    CloudDrive again = plan.apply();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(storage.cloudDrives().list()).hasSize(1);
  }

  @Test
  void aPlanForWhatIsThereAlreadyChangesNothing() {
    CloudDrive drive = volume("workspace");
    Plan<CloudDrive> plan = storage.cloudDrives().plan(small("workspace"));
    assertThat(plan.changes()).allSatisfy(c -> assertThat(c.action()).isEqualTo("none"));
    assertThat(plan.apply().id()).isEqualTo(drive.id());
  }

  @Test
  void aPlannedCreationTellsEveryViolationAndIsNotApplied() {
    Plan<CloudDrive> plan =
        storage.cloudDrives().plan(CreateDrive.named("Bad").region("nowhere").mountPath("/"));
    assertThat(plan.violations()).extracting(Violation::field).contains("name", "size", "region");
    InvalidRequestException refused =
        catchThrowableOfType(InvalidRequestException.class, plan::apply);
    assertThat(refused).isNotNull();
    assertThat(refused.violations()).isEqualTo(plan.violations());
  }

  @Test
  void violationsThatAgreeDecideTheTypeOfTheError() {
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(gb(1), 8)));
    Plan<CloudDrive> tooLarge = limited.cloudDrives().plan(small("a").size(gb(2)));
    assertThat(tooLarge.violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.QUOTA_EXCEEDED);
    assertThatThrownBy(tooLarge::apply)
        .isInstanceOfSatisfying(
            QuotaExceededException.class,
            e -> {
              assertThat(e.used()).hasValue(0);
              assertThat(e.limit()).hasValue(gb(1).bytes());
              assertThat(e.asked()).hasValue(gb(2).bytes());
            });

    volume("b");
    Plan<CloudDrive> taken = storage.cloudDrives().plan(small("b").size(gb(2)));
    assertThat(taken.violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.ALREADY_EXISTS);
    assertThatThrownBy(taken::apply).isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void aPlannedLaunchTellsEverythingAtOnceAndChangesNothing() {
    volume("workspace");
    volume("held");
    attach("other", "held");
    Plan<Launch> plan =
        storage
            .attachments()
            .to(instance("Bad_Name"))
            .mount("workspace", "/etc/x")
            .mount("held", "/held")
            .mount("absent", "/absent")
            .plan();
    assertThat(plan.violations()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(plan.violations())
        .extracting(Violation::code)
        .contains(ErrorCode.INVALID_REQUEST, ErrorCode.IN_USE, ErrorCode.NOT_FOUND);
    assertThatThrownBy(plan::apply).isInstanceOf(InvalidRequestException.class);
    assertThat(storage.cloudDrives().named("workspace").attachments()).isEmpty();
    assertThat(storage.attachments().list()).hasSize(1);
  }

  @Test
  void aPlannedLaunchCreatesAndAttachesTogether() {
    volume("workspace");
    Plan<Launch> plan =
        storage
            .attachments()
            .to(instance("a"))
            .mount("workspace", "/workspace")
            .createDrive("db", gb(2), "/db")
            .plan();
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.changes()).extracting(Change::action).contains("create", "attach");
    assertThat(storage.cloudDrives().find("db")).isEmpty();
    Launch launch = plan.apply();
    assertThat(launch.mounts())
        .extracting(mount -> mount.path().value())
        .containsExactlyInAnyOrder("/workspace", "/db");
    assertThat(storage.cloudDrives().named("db").await(PATIENCE).size()).isEqualTo(gb(2));
    assertThat(plan.apply().token()).isEqualTo(launch.token());
    assertThat(storage.attachments().list()).hasSize(2);
  }

  @Test
  void aPlanOfAnAttachmentIsStaleWhenAnotherTookTheDrive() {
    volume("one");
    volume("two");
    Plan<Launch> plan =
        storage
            .attachments()
            .to(instance("a"))
            .mount("one", "/one")
            .mount("two", "/two")
            .createDrive("three", gb(1), "/three")
            .plan();
    attach(world.connect(), "b", "two");
    assertThatThrownBy(plan::apply)
        .isInstanceOfAny(ConflictException.class, InUseException.class)
        .hasMessageContaining("two");
    assertThat(storage.attachments().of(instance("a")).list()).isEmpty();
    assertThat(storage.cloudDrives().named("one").attachments()).isEmpty();
    assertThat(storage.cloudDrives().find("three")).isEmpty();
  }

  @Test
  void aPlanIsStaleWhenTheDriveWasMadeAnew() {
    CloudDrive first = volume("workspace");
    Plan<Launch> plan =
        storage.attachments().to(instance("a")).mount("workspace", "/workspace").plan();
    first.delete().await(PATIENCE);
    VolumeId second = volume("workspace").id();
    assertThat(second).isNotEqualTo(first.id());
    assertThatThrownBy(plan::apply).isInstanceOf(ConflictException.class);
    assertThat(storage.attachments().list()).isEmpty();
  }

  @Test
  void aPlannedCreationIsStaleWhenTheNameWasTakenByAnotherSpecification() {
    Plan<CloudDrive> plan = storage.cloudDrives().plan(small("workspace"));
    CloudDrive other = world.connect().cloudDrives().create(small("workspace").size(gb(3)));
    assertThatThrownBy(plan::apply)
        .isInstanceOfAny(ConflictException.class, AlreadyExistsException.class);
    assertThat(storage.cloudDrives().named("workspace").size()).isEqualTo(gb(3));
    assertThat(storage.cloudDrives().named("workspace").id()).isEqualTo(other.id());
  }

  @Test
  void whoWantsNoWarningsIsRefusedWithThem() {
    volume("workspace");
    Plan<Launch> plan =
        storage.attachments().to(instance("a")).mount("workspace", "/workspace").plan();
    if (plan.warnings().isEmpty()) {
      assertThat(plan.requireNoWarnings()).isSameAs(plan);
    } else {
      assertThatThrownBy(plan::requireNoWarnings)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(plan.warnings().get(0).message());
    }
  }

  @Test
  void aDriveSaysWhetherItsSizeIsEnforced() {
    Plan<CloudDrive> plan = storage.cloudDrives().plan(small("workspace"));
    CloudDrive drive = volume("workspace");
    assertThat(drive.enforcement() != SizeEnforcement.NONE)
        .isEqualTo(can(Capability.SIZE_ENFORCED));
    if (can(Capability.SIZE_ENFORCED)) {
      assertThat(plan.warnings())
          .extracting(Warning::code)
          .doesNotContain(Warning.SIZE_NOT_ENFORCED);
    }
  }

  @Test
  void anEmptyLaunchIsRefused() {
    assertThatThrownBy(() -> storage.attachments().to(instance("a")).plan().apply())
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aTargetInAnotherRegionIsRefused() {
    volume("workspace");
    assertThatThrownBy(
            () ->
                storage
                    .attachments()
                    .to(instance("a").region("nowhere"))
                    .mount(VolumeRef.drive("workspace"), "/workspace")
                    .plan()
                    .apply())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("nowhere");
    assertThat(storage.cloudDrives().named("workspace").attachments()).isEmpty();
  }
}
