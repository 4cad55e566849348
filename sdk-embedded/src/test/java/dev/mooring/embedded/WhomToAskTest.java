package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A drive that is pending for long")
class WhomToAskTest {
  private static final String CONTACT = "storage@acme.example";
  private static final Duration SHORT = Duration.ofMillis(100);

  private final FakeClock clock = FakeClock.at(Instant.parse("2026-11-01T10:00:00Z"));

  @AutoClose private final StorageClient storage = client(Timeouts.STANDARD);

  /** A client of a backend that never makes a volume. */
  private StorageClient client(Timeouts timeouts) {
    Profile block = Profile.of("block", VolumeKind.DRIVE, "fast-rwo");
    return StorageClient.builder()
        .clock(clock)
        .timeouts(timeouts)
        .region(
            "local",
            RegionConfiguration.of(
                    new InterceptedBackend(
                        Embedded.inMemory(),
                        call ->
                            call.name().equals("Provisioning.advance")
                                ? Optional.empty()
                                : call.proceed()))
                .withProfiles(
                    List.of(
                        block.withAdminContact(CONTACT).asDefault(),
                        Profile.of("nobody", VolumeKind.DRIVE, "fast-rwo"))))
        .build();
  }

  private static String hint(CloudDrive drive) {
    return drive.refresh().statusReason().map(StatusReason::hint).orElse("");
  }

  @Test
  @DisplayName("says whom to ask after five minutes, and not before")
  void afterFiveMinutes() {
    CloudDrive drive = storage.cloudDrives().create("stuck", d -> d.size(gb(1)));

    clock.advance(Duration.ofMinutes(5));
    assertThat(hint(drive)).doesNotContain(CONTACT);
    clock.advance(Duration.ofSeconds(1));
    assertThat(hint(drive)).contains("pending for longer than 5m; ask " + CONTACT);
    assertThat(drive.refresh().statusReason().orElseThrow().reason()).isEqualTo(Reason.UNKNOWN);
  }

  @Test
  @DisplayName("says it wherever a hint is told: in its description, its timeout and its operation")
  void everywhere() {
    CloudDrive drive = storage.cloudDrives().create("stuck", d -> d.size(gb(1)));
    VolumeDescription early = drive.describe();
    clock.advance(Duration.ofMinutes(6));

    assertThat(early.contact()).as("it is always told").isEqualTo(CONTACT);
    assertThat(early.reasonIfSet()).isEmpty();
    assertThat(drive.describe().reasonIfSet().orElseThrow().hint()).contains(CONTACT);
    StorageTimeoutException waiting =
        catchThrowableOfType(StorageTimeoutException.class, () -> drive.await(SHORT));
    assertThat(waiting).isNotNull();
    assertThat(waiting.hint().orElse("")).contains(CONTACT);
    StorageTimeoutException operation =
        catchThrowableOfType(StorageTimeoutException.class, () -> drive.operation().await(SHORT));
    assertThat(operation).isNotNull();
    assertThat(operation.hint().orElse("")).contains(CONTACT);
  }

  @Test
  @DisplayName("waits as long as the configuration says")
  void configured() {
    try (StorageClient patient = client(Timeouts.STANDARD.withAskAfter(Duration.ofHours(1)))) {
      CloudDrive drive = patient.cloudDrives().create("stuck", d -> d.size(gb(1)));
      clock.advance(Duration.ofMinutes(59));
      assertThat(hint(drive)).doesNotContain(CONTACT);
      clock.advance(Duration.ofMinutes(2));
      assertThat(hint(drive)).contains("longer than 1h; ask " + CONTACT);
    }
  }

  @Test
  @DisplayName("names nobody when its profile does not")
  void nobody() {
    CloudDrive drive = storage.cloudDrives().create("stuck", d -> d.size(gb(1)).profile("nobody"));
    clock.advance(Duration.ofMinutes(6));

    assertThat(hint(drive)).endsWith("pending for longer than 5m");
  }
}
