package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.csi.ExternalCsiBuilder;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that only the configuration knows is planned with as it is described. */
class DescribedDriverTest {
  private static final String CLASSES =
      "{\"kind\":\"StorageClassList\",\"items\":[{\"metadata\":{\"name\":\"faster\"},"
          + "\"provisioner\":\"csi.weka.io\",\"allowVolumeExpansion\":true}]}";

  private final ScriptedServer server;
  private final Path folder;
  private final Profile profile =
      Profile.of("fastest", VolumeKind.DRIVE, "fast-rwo").withStorageClass("faster");
  private final VolumeRecord drive = SampleRecords.drive("a");

  DescribedDriverTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.server = ScriptedServer.start().then(200, CLASSES);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static ExternalCsiBuilder weka() {
    return ExternalCsi.builder("csi.weka.io")
        .name("WEKA")
        .accessModes(List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD))
        .enforcement(SizeEnforcement.HARD)
        .expansion(Expansion.ONLINE);
  }

  private Feasibility check(ExternalCsi driver, Profile wanted) throws IOException {
    try (StorageBackend backend = server.connect(folder, driver)) {
      return backend.ability(Provisioning.class).orElseThrow().check(wanted, drive.spec());
    }
  }

  private List<Violation> growth(ExternalCsi driver) throws IOException {
    try (StorageBackend backend = server.connect(folder, driver)) {
      VolumeRecord record =
          drive.withSpec(drive.spec().resolved(AccessMode.READ_WRITE_ONCE, "faster"));
      return backend.ability(Resizing.class).orElseThrow().check(record, 1L << 40);
    }
  }

  @Test
  void a_drive_gets_the_best_of_its_modes_and_its_enforced_size() throws IOException {
    Feasibility feasibility = check(weka().build(), profile);

    assertThat(feasibility.violations()).isEmpty();
    assertThat(feasibility.warnings()).isEmpty();
    assertThat(feasibility.spec().accessMode()).isEqualTo(AccessMode.READ_WRITE_ONCE_POD);
    assertThat(feasibility.enforcement()).isEqualTo(SizeEnforcement.HARD);
  }

  @Test
  void a_mode_that_it_lacks_is_refused_by_its_name() throws IOException {
    Feasibility feasibility =
        check(weka().build(), profile.withAccessMode(AccessMode.READ_WRITE_MANY));

    assertThat(feasibility.violations())
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("ReadWriteMany", "WEKA"));
  }

  @Test
  void what_nobody_enforces_is_warned_of() throws IOException {
    assertThat(check(weka().enforcement(SizeEnforcement.NONE).build(), profile).warnings())
        .extracting(Warning::code)
        .containsExactly(Warning.SIZE_NOT_ENFORCED);
  }

  @Test
  void what_grows_may_grow() throws IOException {
    assertThat(growth(weka().build())).isEmpty();
  }

  @Test
  void what_never_grows_is_refused_whatever_its_class_says() throws IOException {
    assertThat(growth(weka().expansion(Expansion.NONE).build()))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("WEKA never grow"));
  }
}
