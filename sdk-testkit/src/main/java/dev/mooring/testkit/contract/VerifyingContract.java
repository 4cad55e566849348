package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.instance.Instance;
import dev.mooring.maintenance.MaintenanceReport;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VerifyOutcome;
import dev.mooring.snapshot.VerifyReport;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.Labels;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots are verified by restoring them, and nothing is left of that. */
abstract class VerifyingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * Names that would do harm in a program that is put together from them, and one that is no text.
   */
  private static final String HOSTILE =
      """
      cd "$1" || exit 1
      echo one > plain; mkdir -p "deep er/empty"; echo two > "deep er/$(printf 'new\\nline')"
      echo three > '$(touch harm)'; echo four > "$(printf 'no\\377text')"; : > '-rf'
      echo five > "it's"; ln -s plain link; ln -s /nowhere broken
      dd if=/dev/zero of=large bs=1024 count=3000 2> /dev/null
      sync
      """;

  VerifyingContract(Kind<V, C> kind) {
    super(kind);
  }

  @BeforeEach
  void onlyWhereThereAreSnapshots() {
    Assumptions.assumeTrue(can(Capability.SNAPSHOTS), "Snapshotting asserts that it has none");
  }

  /** Runs a program in an instance that mounts the volume at its first argument. */
  private void run(String volume, String program) {
    Instance instance = storage.instances().launch(attach("w", volume)).await(PATIENCE);
    assertThat(instance.exec("sh", "-c", program, "sh", "/mnt/" + volume).exitCode()).isZero();
    instance.stop();
    storage.attachments().of(instance("w")).detachAll().await(PATIENCE);
  }

  private void assertNothingLeft(String... volumes) {
    assertThat(volumes(storage).list()).extracting(V::name).containsExactlyInAnyOrder(volumes);
    assertThat(storage.instances().list()).isEmpty();
    assertThat(storage.attachments().list()).isEmpty();
    assertThat(storage.operations().running()).isEmpty();
  }

  @Test
  void aSnapshotLikeItsVolumeIsVerifiedWhateverItsFilesAreCalled() {
    V volume = volume("workspace");
    run("workspace", HOSTILE);
    Snapshot snapshot = volume.snapshot("s").await(PATIENCE);
    VerifyReport report = snapshot.verify(LIMIT);
    assertThat(report.differences()).isEmpty();
    assertThat(report.outcome()).isEqualTo(VerifyOutcome.VERIFIED);
    assertThat(report.verified()).isTrue();
    assertThat(report.snapshot()).isEqualTo(snapshot.id());
    assertThat(report.files()).isEqualTo(7);
    assertThat(report.bytes()).isEqualTo(3_000 * 1024 + 4 + 4 + 6 + 5 + 5);
    assertThat(report.digest()).matches("[0-9a-f]{64}");
    assertNothingLeft("workspace");
  }

  @Test
  void whatWasWrittenSinceIsADifference() {
    V volume = volume("workspace");
    run("workspace", HOSTILE);
    Snapshot snapshot = volume.snapshot("s").await(PATIENCE);
    run(
        "workspace",
        "cd \"$1\" && echo ONE > plain && echo more >> '$(touch harm)' && rm link && : > new"
            + " && rmdir 'deep er/empty' && : > 'deep er/empty' && sync");
    VerifyReport report = snapshot.verify(LIMIT);
    assertThat(report.outcome()).isEqualTo(VerifyOutcome.DIFFERENT);
    assertThat(report.differences())
        .extracting(VerifyReport.Difference::path)
        .containsExactlyInAnyOrder(
            "./plain", "./$(touch harm)", "./link", "./new", "./deep er/empty");
    assertThat(report.differing()).isEqualTo(5);
    assertThat(report.files()).isEqualTo(7);
    assertNothingLeft("workspace");
  }

  @Test
  void withoutItsVolumeItIsReadOnly() {
    V volume = volume("workspace");
    run("workspace", HOSTILE);
    Snapshot snapshot = volume.snapshot("s").await(PATIENCE);
    VerifyReport compared = snapshot.verify(LIMIT);
    attach("user", "workspace");
    VerifyReport used = snapshot.verify(LIMIT);
    assertThat(used.outcome()).isEqualTo(VerifyOutcome.READABLE);
    assertThat(used.verified()).isFalse();
    assertThat(used.digest()).isEqualTo(compared.digest());
    storage.attachments().of(instance("user")).detachAll().await(PATIENCE);
    volume.purge().await(PATIENCE);
    volume("workspace");
    VerifyReport alone = snapshot.verify(LIMIT);
    assertThat(alone.outcome()).as("another volume has the name").isEqualTo(VerifyOutcome.READABLE);
    assertThat(alone.digest()).isEqualTo(compared.digest());
    assertNothingLeft("workspace");
  }

  @Test
  void itsScratchVolumeCountsAgainstTheQuota() {
    Snapshot snapshot = volume("workspace").snapshot("s").await(PATIENCE);
    StorageClient small =
        world.connect(
            fixture().backend(),
            region -> region.withProfiles(world.profiles()).withLimits(new Limits(gb(1), 8)));
    Snapshot same = small.snapshots().get(snapshot.id().value());
    assertThatThrownBy(() -> same.verify(LIMIT)).isInstanceOf(QuotaExceededException.class);
    assertNothingLeft("workspace");
  }

  @Test
  void whatAKilledProgramLeftIsRemovedByMaintenanceOnceItsTimeHasPassed() {
    V volume = volume("workspace");
    Snapshot snapshot = volume.snapshot("s").await(PATIENCE);
    Instant now = world.raw().now();
    leave("verify-0123456789ab", snapshot, snapshot.id().value(), now.minusSeconds(60));
    leave("verify-0123456789ac", snapshot, snapshot.id().value(), now.plusSeconds(3600));
    leave("verify-mine", snapshot, snapshot.id().value(), now.minusSeconds(60));
    leave("verify-0123456789ad", snapshot, "another", now.minusSeconds(60));
    storage
        .instances()
        .launch(attach("verify-0123456789ab", "verify-0123456789ab"))
        .await(PATIENCE);
    MaintenanceReport report = storage.maintenance().run();
    assertThat(report.failed()).isEmpty();
    assertNothingLeft("workspace", "verify-0123456789ac", "verify-mine", "verify-0123456789ad");
  }

  private void leave(String name, Snapshot snapshot, String of, Instant until) {
    Labels labels =
        Labels.of("mooring-verify", of)
            .with("mooring-verify-until", Long.toString(until.getEpochSecond()));
    volumes(storage).create(name, c -> c.from(snapshot).labels(labels)).await(PATIENCE);
  }

  @Test
  void whereverItIsKilledNothingIsLeft() {
    if (fixture().clock().isEmpty()) {
      // Its time cannot be made to pass here; what such a death leaves is made by hand above.
      return;
    }
    V volume = volume("workspace");
    Snapshot snapshot = volume.snapshot("s").await(PATIENCE);
    for (int step = 1; step <= 24; step += 1) {
      StorageClient dying = world.connect(Crash.after(step));
      try {
        dying.snapshots().get(snapshot.id().value()).verify(LIMIT);
      } catch (Crash.Death death) {
        // What it left is maintenance's.
      }
      world.passUntil(world.raw().now().plus(LIMIT).plus(Duration.ofMinutes(20)));
      assertThat(storage.maintenance().run().failed()).isEmpty();
      assertNothingLeft("workspace");
    }
  }
}
