package dev.mooring.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.Provisioned;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ChangingContract extends StoreTopic {
  private static VolumeRecord available(VolumeRecord record) {
    return record.withProvisioned(
        record.provisioned().to(ProvisioningState.AVAILABLE, SampleRecords.START));
  }

  @Test
  @DisplayName("replaces a record whose version is the stored one, and gives it a new version")
  void swaps() {
    VolumeRecord stored = drives().create(SampleRecords.drive("a")).record();

    VolumeRecord changed = drives().swap(available(stored)).orElseThrow();

    assertThat(changed.version()).isNotEqualTo(stored.version());
    assertThat(changed).isEqualTo(available(stored).stored(changed.version(), stored.createdAt()));
    assertThat(drives().get("drive-a")).contains(changed);
  }

  @Test
  @DisplayName("gives a new version also when nothing else changes")
  void swapsSame() {
    VolumeRecord stored = drives().create(SampleRecords.drive("a")).record();

    assertThat(drives().swap(stored).orElseThrow().version()).isNotEqualTo(stored.version());
    assertThat(drives().swap(stored)).isEmpty();
  }

  @Test
  @DisplayName("refuses a stale version and leaves the record as it is")
  void refusesStale() {
    VolumeRecord first = drives().create(SampleRecords.drive("a")).record();
    VolumeRecord second = drives().swap(first).orElseThrow();

    assertThat(drives().swap(available(first))).isEmpty();
    assertThat(drives().get("drive-a")).contains(second);
  }

  @Test
  @DisplayName("refuses to change what is not there, and does not make it")
  void refusesAbsent() {
    VolumeRecord gone = drives().create(SampleRecords.drive("a")).record();
    assertThat(drives().delete(gone)).isTrue();

    assertThat(drives().swap(gone)).isEmpty();
    assertThat(drives().get("drive-a")).isEmpty();
  }

  @Test
  @DisplayName("loses no update of many threads that read, change and swap")
  void losesNoUpdate() throws InterruptedException {
    RecordStore<VolumeRecord> drives = drives();
    drives.create(SampleRecords.drive("a"));
    int each = 10;

    race(
        8,
        i ->
            () -> {
              for (int n = 0; n < each; n++) {
                String label = "t" + i + "-" + n;
                Optional<VolumeRecord> done;
                do {
                  VolumeRecord now = drives.get("drive-a").orElseThrow();
                  done = drives.swap(now.withProvisioned(counted(now, label)));
                } while (done.isEmpty());
              }
              return true;
            });

    assertThat(drives.get("drive-a").orElseThrow().provisioned().details()).hasSize(8 * each);
  }

  private static Provisioned counted(VolumeRecord record, String label) {
    Map<String, String> details = new HashMap<>(record.provisioned().details());
    details.put(label, "1");
    return record.provisioned().gave(1, record.provisioned().enforcement(), details);
  }

  @Test
  @DisplayName("deletes a record whose version is the stored one")
  void deletes() {
    VolumeRecord stored = drives().create(SampleRecords.drive("a")).record();

    assertThat(drives().delete(stored)).isTrue();
    assertThat(drives().get("drive-a")).isEmpty();
  }

  @Test
  @DisplayName("does not delete a record that changed meanwhile")
  void refusesStaleDelete() {
    VolumeRecord first = drives().create(SampleRecords.drive("a")).record();
    VolumeRecord second = drives().swap(first).orElseThrow();

    assertThat(drives().delete(first)).isFalse();
    assertThat(drives().get("drive-a")).contains(second);
  }

  @Test
  @DisplayName("says that what is gone already is deleted")
  void deletesTwice() {
    VolumeRecord stored = drives().create(SampleRecords.drive("a")).record();

    assertThat(drives().delete(stored)).isTrue();
    assertThat(drives().delete(stored)).isTrue();
  }

  @Test
  @DisplayName("never uses a version again, also not for a later record of the same key")
  void versionsAreUnique() {
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      VolumeRecord created = drives().create(SampleRecords.drive("a")).record();
      VolumeRecord changed = drives().swap(created).orElseThrow();
      versions.add(created.version());
      versions.add(changed.version());
      assertThat(drives().delete(changed)).isTrue();
      drives().create(SampleRecords.drive("a"));
      assertThat(drives().swap(changed)).isEmpty();
      assertThat(drives().delete(changed)).isFalse();
      assertThat(drives().delete(drives().get("drive-a").orElseThrow())).isTrue();
    }

    assertThat(versions).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("lets exactly one of a racing swap and delete of the same version win")
  void swapOrDelete() throws InterruptedException {
    RecordStore<VolumeRecord> drives = drives();
    for (int round = 0; round < 20; round++) {
      VolumeRecord stored = drives.create(SampleRecords.drive("r" + round)).record();

      List<Boolean> won =
          race(2, i -> () -> i == 0 ? drives.swap(stored).isPresent() : drives.delete(stored));

      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
  }
}
