package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.NotFoundException;
import dev.mooring.instance.Instance;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeHealth;
import dev.mooring.volume.VolumeUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The health of volumes, and how much of them is used. */
abstract class ConditionContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  private static final int MIB = 1 << 20;

  ConditionContract(Kind<V, C> kind) {
    super(kind);
  }

  @Test
  void aVolumeThatIsWellIsOk() {
    V volume = volume("workspace");
    VolumeHealth health = volume.health();
    assertThat(health.state()).isEqualTo(HealthState.OK);
    assertThat(health.reasonIfSet()).isEmpty();
    assertThat(health.unseen()).isEmpty();
    assertThat(health.checkedAt()).isAfterOrEqualTo(volume.createdAt());
    assertThat(volume.describe().health().state()).isEqualTo(HealthState.OK);
  }

  @Test
  void whatIsNotMadeYetIsNotUnwellAndNotUsed() {
    if (pendingProfile().isEmpty()) {
      return; // where core makes volumes step by step, none stays pending
    }
    V pending = volumes(storage).create(small("early").profile(pendingProfile().get().name()));
    assertThat(pending.health().state()).isEqualTo(HealthState.OK);
    assertThat(pending.usage()).isEmpty();
    assertThat(pending.describe().usageNote()).contains("not made yet");
  }

  @Test
  void aVolumeThatIsGoneIsNeitherWellNorUsed() {
    V volume = volume("workspace");
    volume.delete().await(PATIENCE);
    assertThatThrownBy(volume::health).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(volume::usage).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aVolumeWhoseBytesAreLostIsInaccessibleUntilTheyAreBack() {
    V volume = volume("workspace");
    Optional<Runnable> back = fixture().lose(volume);
    assertThat(back.isPresent()).as("bytes can be lost").isEqualTo(can(Capability.HEALTH));
    if (back.isEmpty()) {
      return; // only the record tells of the health then, and nothing happens to that
    }
    try {
      Eventually.passes(
          PATIENCE,
          () -> {
            VolumeHealth health = volume.health();
            assertThat(health.state()).isEqualTo(HealthState.INACCESSIBLE);
            assertThat(health.reasonIfSet())
                .hasValueSatisfying(
                    why -> {
                      assertThat(why.reason()).isIn(Reason.VOLUME_LOST, Reason.DRIVER_ERROR);
                      assertThat(why.raw()).isNotEmpty();
                      assertThat(why.hint()).isNotEmpty();
                      assertThat(why.since()).isBeforeOrEqualTo(health.checkedAt());
                    });
          });
      assertThat(volume.describe().health().state()).isEqualTo(HealthState.INACCESSIBLE);
    } finally {
      back.get().run();
    }
    Eventually.passes(
        PATIENCE, () -> assertThat(volume.health().state()).isEqualTo(HealthState.OK));
  }

  @Test
  void whatIsWrittenIsSeenInTheUsage() {
    V volume = volume("workspace");
    Instance user = storage.instances().launch(attach("a", "workspace")).await(PATIENCE);
    if (can(Capability.USAGE) && fixture().measures()) {
      // Fresh bytes that nothing can compress, and a hole that takes no space.
      exec(user, "dd", "if=/dev/urandom", "of=/mnt/workspace/data", "bs=1048576", "count=8");
      exec(user, "sync");
      VolumeUsage usage =
          Eventually.value(
              "8 MiB are used",
              () -> volume.usage().filter(seen -> seen.used().bytes() >= 8L * MIB));
      assertThat(usage.used().bytes()).isLessThan(200L * MIB);
      assertThat(volume.used()).isPresent();
      Instant now = world.raw().now();
      assertThat(usage.sampledAt()).isBetween(now.minus(Duration.ofMinutes(5)), now.plusSeconds(5));
      assertThat(usage.usedInodesIfKnown().orElse(1)).isPositive();
      assertThat(usage.totalIfKnown().map(Capacity::bytes).orElse(Long.MAX_VALUE))
          .isGreaterThan(usage.used().bytes());
      assertThat(volume.describe().usageIfKnown()).isPresent();
      assertThat(volume.describe().usageNote()).isEmpty();
    } else {
      assertThat(volume.usage()).as("never 0").isEmpty();
      assertThat(volume.used()).isEmpty();
      assertThat(volume.describe().usageIfKnown()).isEmpty();
      assertThat(volume.describe().usageNote()).isNotEmpty();
    }
  }

  private static void exec(Instance instance, String... argv) {
    String[] own = argv.clone();
    for (int i = 0; i < own.length; i++) {
      // The working directory of an instance holds its mounts, wherever that is.
      own[i] = own[i].replace("=/mnt/", "=mnt/");
    }
    assertThat(instance.exec(PATIENCE, own).exitCode()).isZero();
  }
}
