package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a driver says means the same, whatever stands before its name. */
@Tag("real")
class DriverWordsRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @ParameterizedTest
  @ValueSource(strings = {Cluster.LOOP_BACKED, Cluster.REAL_CEPH})
  void a_pool_that_is_not_there_is_a_bad_parameter_in_the_drivers_words(String storageClass) {
    withClass(
        storageClass,
        Map.of("pool", "nope"),
        (storage, drive) -> {
          assertThatThrownBy(() -> drive.await(Duration.ofSeconds(10)))
              .isInstanceOfSatisfying(
                  StorageTimeoutException.class,
                  e -> {
                    assertThat(e.reason()).isEqualTo(Reason.BAD_PARAMETERS.name());
                    assertThat(e.raw()).contains("pool (nope) not found in Ceph cluster");
                  });
        });
  }

  private interface Check {
    void of(StorageClient storage, CloudDrive drive);
  }

  /** Creates a drive of a class like another, with other parameters, and removes all of it. */
  private static void withClass(String like, Map<String, String> parameters, Check check) {
    var classes = NAMESPACE.admin().storage().v1().storageClasses();
    StorageClass wrong =
        new StorageClassBuilder(classes.withName(like).get())
            .withNewMetadata()
            .withName(NAMESPACE.name())
            .endMetadata()
            .addToParameters(parameters)
            .build();
    classes.resource(wrong).create();
    Profile profile =
        Profile.of("wrong", VolumeKind.DRIVE, "fast-rwo").withStorageClass(NAMESPACE.name());
    try (StorageClient storage =
        StorageClient.builder()
            .account("acme")
            .region(
                Cluster.REGION,
                RegionConfiguration.of(Cluster.backend(NAMESPACE))
                    .withProfiles(List.of(profile.asDefault())))
            .build()) {
      CloudDrive drive = storage.cloudDrives().create("wrong", d -> d.size(gb(1)));
      check.of(storage, drive);
      drive.delete().await(Eventually.PATIENCE);
    } finally {
      classes.withName(NAMESPACE.name()).delete();
    }
  }
}
