package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditKind;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An audit of folders and records")
class AuditTest {
  private final Path root;

  @AutoClose private final StorageClient storage;

  AuditTest(@TempDir Path root) throws IOException {
    this.root = root.toRealPath();
    this.storage = client("acme");
  }

  private StorageClient client(String account) {
    return StorageClient.builder()
        .account(account)
        .region("local", RegionConfiguration.of(Embedded.at(root)))
        .build();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !path.getFileName().toString().startsWith("records.db"))
          .sorted()
          .toList();
    }
  }

  @Test
  @DisplayName("finds a folder that no record knows, and one that is gone, and touches neither")
  void plantedFolders() throws IOException {
    CloudDrive drive = storage.cloudDrives().create("work", d -> d.size(gb(1))).await();
    Snapshot snapshot = drive.snapshot("first").await();
    CloudDrive lost = storage.cloudDrives().create("lost", d -> d.size(gb(1))).await();
    assertThat(storage.admin().audit().report().findings()).isEmpty();

    Path strange = folder("vol-0123456789abcdef0123456789abcdef", "acme");
    folder("vol-aaaaaaaaaaaaaaaa0123456789abcdef", "other");
    Files.createDirectories(root.resolve("volumes/vol-bbbbbbbbbbbbbbbb0123456789abcdef/data"));
    Path data = root.resolve("volumes").resolve(lost.id().value()).resolve("data");
    Files.delete(data);
    Files.delete(root.resolve("snapshots").resolve(snapshot.id().value()).resolve("data"));
    List<Path> before = files();

    Audit audit = storage.admin().audit();

    assertThat(audit.report().findings())
        .extracting(finding -> finding.kind().word() + " " + finding.resource())
        .containsExactly(
            "data-without-record folder/volumes/" + strange.getFileName(),
            "record-without-data drive/lost",
            "record-without-data snapshot/" + snapshot.id());
    assertThat(audit.report().findings().get(0).words()).contains("drive/old");
    assertThat(audit.report().unseen()).isEmpty();
    assertThat(audit.report().findings())
        .allSatisfy(
            finding ->
                assertThatThrownBy(() -> audit.apply(finding.id()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(finding.action().words()));
    assertThat(files()).isEqualTo(before);
  }

  private Path folder(String id, String account) throws IOException {
    Path folder = root.resolve("volumes").resolve(id);
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("volume.json"),
        ("{\"id\": \"%s\", \"account\": \"%s\", \"region\": \"local\", \"kind\": \"drive\","
                + " \"name\": \"old\"}")
            .formatted(id, account));
    return folder;
  }

  @Test
  @DisplayName("makes no root where there is none, and sees a folder that is a link as none")
  void nothingIsMade() throws IOException {
    assertThat(storage.admin().audit().report().findings()).isEmpty();
    assertThat(files()).containsExactly(root);
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    Files.createDirectories(root.resolve("volumes"));
    Files.createSymbolicLink(
        root.resolve("volumes/vol-0123456789abcdef0123456789abcdef"), elsewhere);
    assertThat(storage.admin().audit().report().findings())
        .extracting(AuditFinding::kind)
        .doesNotContain(AuditKind.DATA_WITHOUT_RECORD);
  }

  @Test
  @DisplayName("finds a name that is reserved for a volume which is not there, and releases it")
  void staleReservation() {
    try (StorageBackend raw = Embedded.at(root).connect(context())) {
      RecordStore<NameRecord> names = raw.ability(Naming.class).orElseThrow().names();
      VolumeSpec spec = spec();
      Instant longAgo = Instant.now().minus(Duration.ofHours(2));
      NameRecord stale = NameRecord.draft("drive-never", spec, "local", "drive-never", longAgo);
      NameRecord young =
          NameRecord.draft("drive-young", spec, "local", "drive-young", Instant.now());
      names.create(stale);
      names.create(young);

      Audit audit = storage.admin().audit();

      assertThat(audit.report().findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.kind()).isEqualTo(AuditKind.STALE_RESERVATION);
                assertThat(finding.words()).contains("never stored");
                audit.apply(finding.id());
              });
      assertThat(names.get("drive-never")).isEmpty();
      assertThat(names.get("drive-young")).isPresent();
      assertThat(storage.admin().audit().report().findings()).isEmpty();
    }
  }

  private static VolumeSpec spec() {
    return new VolumeSpec(
        VolumeId.random(),
        "acme",
        VolumeKind.DRIVE,
        "never",
        Owner.user("ana"),
        "local",
        "block",
        1_000_000_000L,
        null,
        null,
        null,
        null,
        Labels.none());
  }

  private static BackendContext context() {
    return new BackendContext(
        "local",
        "acme",
        Owner.user("ana"),
        List.of(),
        null,
        Duration.ofSeconds(30),
        Clock.systemUTC());
  }
}
