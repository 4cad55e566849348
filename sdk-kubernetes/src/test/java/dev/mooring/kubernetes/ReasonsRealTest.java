package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.FailedException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.profile.Availability;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class ReasonsRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final DriverFaults faults = DriverFaults.of("csi.juicefs.com", NAMESPACE.name());
  private final StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme");

  @AfterEach
  void close() {
    faults.end();
    storage.close();
  }

  private CloudDrive create(String name, String profile) {
    return storage.cloudDrives().create(CreateDrive.named(name).size(gb(1)).profile(profile));
  }

  @Test
  void what_the_driver_calls_invalid_fails_at_once_in_its_own_words() {
    faults.write("{\"failCreate\": \"InvalidArgument: no such pool, key=MARKED\"}");
    CloudDrive drive = create("bad", "juice");

    assertThatThrownBy(() -> drive.await(PATIENCE))
        .isInstanceOfSatisfying(
            FailedException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BAD_PARAMETERS.name());
              assertThat(e.backendReason()).contains("no such pool").doesNotContain("MARKED");
            });
    String remembered =
        NAMESPACE
            .admin()
            .persistentVolumeClaims()
            .inNamespace(NAMESPACE.name())
            .withLabel("mooring.dev/name", "bad")
            .list()
            .getItems()
            .get(0)
            .getMetadata()
            .getAnnotations()
            .get("mooring.dev/last-reason");
    assertThat(remembered).contains("BAD_PARAMETERS", "no such pool").doesNotContain("MARKED");
    drive.refresh().delete().await(PATIENCE);
  }

  @Test
  void a_failed_drive_becomes_available_when_the_driver_succeeds_later() {
    faults.write("{\"failCreate\": \"InvalidArgument: not yet\"}");
    CloudDrive drive = create("later", "juice");
    assertThatThrownBy(() -> drive.await(PATIENCE)).isInstanceOf(FailedException.class);

    faults.end();
    Eventually.holds(
        "the drive is available",
        () -> drive.refresh().provisioning() == ProvisioningState.AVAILABLE);
    drive.refresh().delete().await(PATIENCE);
  }

  @Test
  void a_full_backend_fails_after_three_refusals() {
    faults.write("{\"failCreate\": \"ResourceExhausted: pool is full\"}");
    CloudDrive drive = create("full", "juice");

    assertThatThrownBy(() -> drive.await(PATIENCE))
        .isInstanceOfSatisfying(
            FailedException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.NO_CAPACITY.name()));
    drive.refresh().delete().await(PATIENCE);
  }

  @Test
  void an_absent_provisioner_ends_in_a_timeout_that_names_it() {
    CloudDrive drive = create("lonely", "absent");

    assertThatThrownBy(() -> drive.await(Duration.ofSeconds(4)))
        .isInstanceOfSatisfying(
            StorageTimeoutException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.PROVISIONER_ABSENT.name());
              assertThat(e.raw()).contains("broken.csi.example.com");
            });
    drive.refresh().delete().await(PATIENCE);
  }

  @Test
  void a_missing_class_is_refused_before_anything_is_made() {
    assertThatThrownBy(() -> create("nowhere", "missing"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no-such-class");
    assertThat(storage.cloudDrives().find("nowhere")).isEmpty();
  }

  @Test
  void profiles_say_whether_they_can_be_had() {
    Map<String, Availability.State> states =
        storage.profiles().list().stream()
            .collect(Collectors.toMap(ProfileOffer::name, o -> o.availability().state()));

    assertThat(states)
        .containsEntry("block", Availability.State.AVAILABLE)
        .containsEntry("first-use", Availability.State.AVAILABLE)
        .containsEntry("absent", Availability.State.UNAVAILABLE)
        .containsEntry("missing", Availability.State.UNAVAILABLE);
  }
}
