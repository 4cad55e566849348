package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.TrainingLayout;
import dev.mooring.cost.CostLine;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.Violation;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.spi.Capability;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The layout of a training: datasets, checkpoints and scratch space in one call. */
abstract class TrainingContract extends Contract<SharedFilesystem, CreateFilesystem> {
  private static final TrainingLayout LAYOUT = TrainingLayout.of("corpus", "states", gb(2));

  TrainingContract() {
    super(Kind.FILESYSTEM);
  }

  @BeforeEach
  void scratch() {
    Assumptions.assumeTrue(can(Capability.SCRATCH));
  }

  private LaunchRequest request(TrainingLayout layout) {
    return storage.attachments().to(instance("a")).trainingLayout(layout);
  }

  @Test
  void aLayoutMountsBothAndAddsScratchSpace() {
    volume("corpus");
    volume("states");
    Plan<Launch> plan = request(LAYOUT).plan();
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.cost().lines())
        .extracting(CostLine::volume)
        .containsExactlyInAnyOrder("fs/corpus", "fs/states");
    Launch launch = plan.apply();
    assertThat(launch.mounts())
        .extracting(mount -> mount.path().value())
        .containsExactlyInAnyOrder("/datasets", "/checkpoints");
    assertThat(launch.mounts()).filteredOn(LaunchMount::readOnly).hasSize(1);
    assertThat(launch.scratch())
        .extracting(ScratchMount::size, mount -> mount.path().value())
        .containsExactly(tuple(gb(2), "/scratch"));
  }

  @Test
  void withoutItsFilesystemsNothingHappens() {
    volume("corpus");
    Plan<Launch> plan = request(LAYOUT).plan();
    assertThat(plan.violations())
        .singleElement()
        .matches(violation -> violation.code() == ErrorCode.NOT_FOUND);
    assertThatThrownBy(plan::apply).isInstanceOf(NotFoundException.class);
    assertThat(storage.attachments().list()).isEmpty();
    assertThat(storage.filesystems().list())
        .extracting(SharedFilesystem::name)
        .containsOnly("corpus");
  }

  @Test
  void whatIsMissingIsCreatedAndPricedWithTheRest() {
    volume("corpus");
    Plan<Launch> plan = request(LAYOUT.creating(gb(5), gb(3)).writableDatasets()).plan();
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.changes())
        .filteredOn(change -> change.action().equals("create"))
        .extracting(Change::resource)
        .containsExactly("fs/states");
    assertThat(plan.cost().lines())
        .extracting(CostLine::volume)
        .containsExactlyInAnyOrder("fs/corpus", "fs/states");
    assertThat(storage.filesystems().find("states")).isEmpty();
    Launch launch = plan.apply();
    assertThat(launch.mounts()).hasSize(2).noneMatch(LaunchMount::readOnly);
    assertThat(storage.filesystems().named("states").size()).isEqualTo(gb(3));
    assertThat(plan.apply().operationId()).isEqualTo(launch.operationId());
  }

  @Test
  void whatDoesNotFitTogetherIsRefusedBeforeAnythingIsMade() {
    try (StorageClient narrow =
        world.connect(
            fixture().backend(),
            region ->
                region.withProfiles(
                    region.profiles().stream()
                        .map(p -> p.name().equals(profile().name()) ? p.withQuota(gb(3)) : p)
                        .toList()))) {
      Plan<Launch> plan =
          narrow
              .attachments()
              .to(instance("a"))
              .trainingLayout(LAYOUT.creating(gb(2), gb(2)))
              .plan();
      assertThat(plan.violations())
          .singleElement()
          .matches(violation -> violation.code() == ErrorCode.QUOTA_EXCEEDED)
          .extracting(Violation::message)
          .asString()
          .contains("together", "4GB");
      assertThatThrownBy(plan::apply).isInstanceOf(QuotaExceededException.class);
      assertThat(narrow.filesystems().list()).isEmpty();
    }
  }
}
