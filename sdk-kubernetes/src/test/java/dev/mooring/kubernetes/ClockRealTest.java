package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.InUseException;
import dev.mooring.testkit.Eventually;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose clock is wrong: times are the API server's, so it decides as all others do. */
@Tag("real")
class ClockRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void a_clock_that_is_an_hour_off_neither_frees_nor_keeps_a_drive(int hours) {
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(hours));
    try (StorageClient right = client(Clock.systemUTC());
        StorageClient skewed = client(wrong)) {
      right.cloudDrives().create("d", d -> d.size(gb(1))).await(Eventually.PATIENCE);
      Launch launch = attach(right, "one");
      assertThat(skewed.cloudDrives().named("d").attachments())
          .singleElement()
          .satisfies(attachment -> assertThat(attachment.live()).isTrue());
      assertThatThrownBy(() -> attach(skewed, "two")).isInstanceOf(InUseException.class);
      right.attachments().of(Target.instance("one")).detachAll().await(Eventually.PATIENCE);

      Launch other = attach(skewed, "two");
      assertThat(Duration.between(launch.graceUntil(), other.graceUntil()).abs())
          .isLessThan(Duration.ofMinutes(10));
      assertThatThrownBy(() -> attach(right, "one")).isInstanceOf(InUseException.class);
      skewed.attachments().of(Target.instance("two")).detachAll().await(Eventually.PATIENCE);
      skewed.cloudDrives().named("d").delete().await(Eventually.PATIENCE);
      assertThat(right.cloudDrives().find("d")).isEmpty();
    }
    System.out.println("Clock: one process " + hours + " h off, no drive freed or kept by it");
  }

  private static Launch attach(StorageClient client, String target) {
    return client.attachments().to(Target.instance(target)).mount("d", "/w").plan().apply();
  }

  private static StorageClient client(Clock clock) {
    return StorageClient.builder()
        .account("acme")
        .clock(clock)
        .region(
            Cluster.REGION,
            RegionConfiguration.of(Cluster.backend(NAMESPACE))
                .withProfiles(Cluster.profiles(Cluster.LOOP_BACKED)))
        .build();
  }
}
