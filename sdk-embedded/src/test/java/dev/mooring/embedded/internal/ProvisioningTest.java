package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.FailedException;
import dev.mooring.error.StorageException;
import dev.mooring.profile.Availability;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A drive's folder")
class ProvisioningTest {
  @TempDir Path folder;
  private TestRoot root;

  @BeforeEach
  void open() {
    root = new TestRoot(folder.resolve("root"));
  }

  @AfterEach
  void close() {
    root.close();
  }

  @Test
  @DisplayName("comes into being in steps, each of which another process sees when it is done")
  void comesInSteps() {
    try (StorageBackend other = root.connect(null)) {
      VolumeRecord pending = root.volumes().create(SampleRecords.drive("a")).record();
      assertThat(other.volumes().get("drive-a").orElseThrow().provisioned().state())
          .isEqualTo(ProvisioningState.PENDING);
      assertThat(root.folder(pending)).doesNotExist();

      VolumeRecord provisioning = root.step(pending).orElseThrow();
      assertThat(other.volumes().get("drive-a")).contains(provisioning);
      assertThat(provisioning.provisioned().state()).isEqualTo(ProvisioningState.PROVISIONING);
      assertThat(root.data(pending)).isEmptyDirectory();
      assertThat(root.folder(pending).resolve("volume.json")).doesNotExist();

      root.clock.advance(Duration.ofSeconds(5));
      VolumeRecord available = root.step(provisioning).orElseThrow();
      assertThat(other.volumes().get("drive-a")).contains(available);
      assertThat(root.folder(pending).resolve("volume.json"))
          .content()
          .contains("\"acme\"", "\"a\"", pending.spec().id().value());

      assertThat(root.step(available)).isEmpty();
    }
  }

  @Test
  @DisplayName("tells its path, its size, and that nothing enforces it")
  void isHonest() throws IOException {
    Provisioned provisioned = root.drive("a").provisioned();

    assertThat(provisioned.capacityBytes()).isEqualTo(Capacity.gb(1).bytes());
    assertThat(provisioned.enforcement()).isEqualTo(SizeEnforcement.NONE);
    assertThat(provisioned.since()).isEqualTo(root.clock.instant());
    assertThat(provisioned.details())
        .containsEntry("root", root.path.toRealPath().toString())
        .containsEntry(
            "path", root.data(root.volumes().get("drive-a").orElseThrow()).toRealPath().toString());
  }

  @Test
  @DisplayName("may be made by two at once")
  void toleratesTwo() {
    VolumeRecord pending = root.volumes().create(SampleRecords.drive("a")).record();
    Optional<VolumeRecord> mine = root.provisioning().advance(pending);
    Optional<VolumeRecord> theirs = root.provisioning().advance(pending);
    assertThat(mine).isEqualTo(theirs);

    VolumeRecord provisioning = root.volumes().swap(mine.orElseThrow()).orElseThrow();
    assertThat(root.provisioning().advance(provisioning))
        .isEqualTo(root.provisioning().advance(provisioning));
    assertThat(Bytes.list(root.folder(pending))).hasSize(2);
  }

  @Test
  @DisplayName("is not made again by a helper that comes after the deletion")
  void helpersMayBeLate() {
    VolumeRecord pending = root.volumes().create(SampleRecords.drive("a")).record();
    VolumeRecord provisioning = root.step(pending).orElseThrow();
    root.delete(provisioning);

    Optional<VolumeRecord> late = root.provisioning().advance(provisioning);

    assertThat(late).flatMap(root.volumes()::swap).isEmpty();
    assertThat(root.folder(pending)).doesNotExist();
  }

  @Test
  @DisplayName("is not made again by a helper that comes after its bytes were lost")
  void lostBytesStayLost() throws IOException {
    VolumeRecord pending = root.volumes().create(SampleRecords.drive("a")).record();
    VolumeRecord provisioning = root.step(pending).orElseThrow();
    root.step(provisioning);
    Files.delete(root.data(pending));

    Optional<VolumeRecord> late = root.provisioning().advance(pending);

    assertThat(late).flatMap(root.volumes()::swap).isEmpty();
    assertThat(root.data(pending)).doesNotExist();
    assertThatThrownBy(() -> root.provisioning().advance(provisioning))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("somebody took it away");
    assertThat(root.folder(pending).resolve("volume.json")).exists();
  }

  @Test
  @DisplayName("which a killed helper made of a drive that is gone is removed by a later deletion")
  void sweepsUnmarked() {
    VolumeRecord gone = root.volumes().create(SampleRecords.drive("a")).record();
    assertThat(root.volumes().delete(gone)).isTrue();
    assertThat(root.provisioning().advance(gone)).isPresent();
    assertThat(root.data(gone)).isEmptyDirectory();
    VolumeRecord begun = root.volumes().create(SampleRecords.drive("begun")).record();
    root.step(begun);

    root.delete(root.drive("b"));

    assertThat(root.folder(gone)).doesNotExist();
    assertThat(root.data(begun)).exists();
  }

  @Test
  @DisplayName("is refused when something else has its place")
  void refusesPlanted() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    VolumeRecord pending = root.volumes().create(SampleRecords.drive("a")).record();
    Files.createDirectories(root.path.resolve("volumes"));
    Files.createSymbolicLink(root.folder(pending), outside);

    assertThatThrownBy(() -> root.provisioning().advance(pending))
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("create drive/a in local")
        .hasMessageContaining(pending.spec().id().value());
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  @DisplayName("does not follow a link in the place of the folder of all volumes")
  void refusesPlantedParent() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    VolumeRecord pending = root.volumes().create(SampleRecords.drive("a")).record();
    Files.createSymbolicLink(root.path.resolve("volumes"), outside);

    assertThatThrownBy(() -> root.provisioning().advance(pending))
        .isInstanceOf(FailedException.class);
    assertThatThrownBy(() -> root.provisioning().destroy(pending))
        .isInstanceOf(FailedException.class);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  @DisplayName("can be had without a warning, and nothing holds writers to the size")
  void checks() {
    Feasibility fits =
        root.provisioning().check(StandardProfiles.ALL.get(0), SampleRecords.drive("new").spec());

    assertThat(fits.violations()).isEmpty();
    assertThat(fits.warnings()).isEmpty();
    assertThat(fits.enforcement()).isEqualTo(SizeEnforcement.NONE);
  }

  @Test
  @DisplayName("makes drives and filesystems: objects are not to be had, and it says so")
  void hasDrivesAndFilesystems() {
    assertThat(root.provisioning().availability(StandardProfiles.ALL.get(0)))
        .isEqualTo(Availability.available());
    assertThat(root.provisioning().availability(StandardProfiles.ALL.get(1)))
        .isEqualTo(Availability.available());
    assertThat(root.provisioning().availability(StandardProfiles.ALL.get(2)).reason())
        .contains("OBJECTS");
    assertThat(root.provisioning().accessMode(StandardProfiles.ALL.get(0))).isEmpty();
  }
}
