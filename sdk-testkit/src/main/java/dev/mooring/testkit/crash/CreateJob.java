package dev.mooring.testkit.crash;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.StorageException;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.process.Command;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.VolumeStatus;
import java.util.Map;
import java.util.Optional;

/** Creates a drive. */
final class CreateJob extends Job {
  CreateJob(World world) {
    super(world);
  }

  @Override
  String name() {
    return "create";
  }

  @Override
  void prepare(StorageClient mine, String drive) {
    assertThat(mine.cloudDrives().list()).isEmpty();
  }

  @Override
  Command command(String drive) {
    return Command.create(drive, gb(1));
  }

  @Override
  void run(StorageClient client, String drive) {
    Object unused = client.cloudDrives().create(small(drive)).await(Eventually.PATIENCE);
  }

  @Override
  void assertDone(StorageClient next, String drive) {
    assertThat(only(next, drive).status()).isEqualTo(VolumeStatus.AVAILABLE);
  }

  /** It is stored; whether its name is its own in all regions is what it could not read. */
  @Override
  boolean undecided(StorageException error) {
    return String.valueOf(error.getMessage()).contains("its name could not be confirmed");
  }

  @Override
  void awaitEnd(String drive) {
    StorageBackend raw = world.raw();
    Eventually.holds(
        "the drive is there",
        () ->
            raw.volumes().list(RecordQuery.where(Map.of())).records().stream()
                .anyMatch(r -> r.provisioned().state() == ProvisioningState.AVAILABLE));
  }

  @Override
  void settle(StorageClient next, String drive, Look look, Began began) {
    if (look == Look.RECOVER) {
      Object unused = next.recover();
    }
    Optional<CloudDrive> left = next.cloudDrives().find(drive);
    if (began == Began.NO) {
      assertThat(left).as("a drive whose creation did not begin").isEmpty();
    }
    CloudDrive again = next.cloudDrives().create(small(drive)).await(Eventually.PATIENCE);
    left.ifPresent(one -> assertThat(again.id()).isEqualTo(one.id()));
    assertThat(only(next, drive).id()).isEqualTo(again.id());
    assertThat(next.operations().running()).isEmpty();
    finish(next, drive);
  }
}
