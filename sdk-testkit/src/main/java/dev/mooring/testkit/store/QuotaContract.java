package dev.mooring.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.attachment.Target;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class QuotaContract extends StoreTopic {
  private RecordStore<VolumeRecord> limited(Capacity quota) {
    return fixture().volumes(SampleRecords.ACCOUNT, SampleRecords.REGION, quota);
  }

  private static VolumeRecord drive(String name, long gigabytes) {
    return SampleRecords.drive(SampleRecords.ACCOUNT, name, Capacity.gb(gigabytes));
  }

  @Test
  @DisplayName("allow exactly as much as they say")
  void fits() {
    RecordStore<VolumeRecord> drives = limited(Capacity.gb(10));

    assertThat(drives.create(drive("a", 4)).created()).isTrue();
    assertThat(drives.create(drive("b", 6)).created()).isTrue();
  }

  @Test
  @DisplayName("refuse one byte more, with what is used, the limit and what was asked")
  void refuses() {
    RecordStore<VolumeRecord> drives = limited(Capacity.gb(10));
    drives.create(drive("a", 4));
    VolumeRecord tooMuch =
        SampleRecords.drive(
            SampleRecords.ACCOUNT, "b", Capacity.ofBytes(Capacity.gb(6).bytes() + 1));

    assertThatThrownBy(() -> drives.create(tooMuch))
        .isInstanceOfSatisfying(
            QuotaExceededException.class,
            e -> {
              assertThat(e.used()).hasValue(Capacity.gb(4).bytes());
              assertThat(e.limit()).hasValue(Capacity.gb(10).bytes());
              assertThat(e.asked()).hasValue(Capacity.gb(6).bytes() + 1);
              assertThat(e).hasMessageContaining("4GB").hasMessageContaining("10GB");
            });
    assertThat(drives.get(tooMuch.key())).isEmpty();
  }

  @Test
  @DisplayName("of nothing allow nothing")
  void zero() {
    assertThatThrownBy(() -> limited(Capacity.ofBytes(0)).create(drive("a", 1)))
        .isInstanceOf(QuotaExceededException.class);
  }

  @Test
  @DisplayName("do not count a record that is there already against itself")
  void existing() {
    RecordStore<VolumeRecord> drives = limited(Capacity.gb(10));
    VolumeRecord stored = drives.create(drive("a", 10)).record();

    assertThat(drives.create(drive("a", 10)).record()).isEqualTo(stored);
    assertThat(limited(Capacity.gb(1)).create(drive("a", 10)).record()).isEqualTo(stored);
  }

  @Test
  @DisplayName("count what a record is now, until it is deleted")
  void follows() {
    RecordStore<VolumeRecord> drives = limited(Capacity.gb(10));
    VolumeRecord small = drives.create(drive("a", 1)).record();
    VolumeRecord grown = drives.swap(small.withSpec(drive("a", 9).spec())).orElseThrow();
    assertThatThrownBy(() -> drives.create(drive("b", 2)))
        .isInstanceOf(QuotaExceededException.class);

    assertThat(drives.delete(grown)).isTrue();

    assertThat(drives.create(drive("b", 10)).created()).isTrue();
  }

  @Test
  @DisplayName("refuse what is over a limit that was lowered, and overflow for nobody")
  void lowered() {
    limited(Capacity.ofBytes(Long.MAX_VALUE))
        .create(SampleRecords.drive("acme", "huge", Capacity.ofBytes(Long.MAX_VALUE - 1)));

    assertThatThrownBy(() -> limited(Capacity.ofBytes(Long.MAX_VALUE)).create(drive("b", 1)))
        .isInstanceOf(QuotaExceededException.class);
    assertThatThrownBy(() -> limited(Capacity.gb(1)).create(drive("b", 1)))
        .isInstanceOf(QuotaExceededException.class);
    assertThat(drives().create(SampleRecords.drive("acme", "x", Capacity.ofBytes(Long.MAX_VALUE))))
        .isNotNull();
    assertThatThrownBy(() -> limited(Capacity.gb(1)).create(drive("b", 1)))
        .isInstanceOf(QuotaExceededException.class);
  }

  @Test
  @DisplayName("are of one account in one region, and targets do not count")
  void separate() {
    limited(Capacity.gb(1)).create(drive("a", 1));
    fixture()
        .targets(SampleRecords.ACCOUNT, SampleRecords.REGION)
        .create(SampleRecords.target(Target.instance("x"), "t"));

    assertThat(
            fixture()
                .volumes("other", SampleRecords.REGION, Capacity.gb(1))
                .create(SampleRecords.drive("other", "a", Capacity.gb(1)))
                .created())
        .isTrue();
    assertThat(
            fixture()
                .volumes(SampleRecords.ACCOUNT, "mars", Capacity.gb(1))
                .create(drive("a", 1))
                .created())
        .isTrue();
  }

  @Test
  @DisplayName("hold against many racing creates")
  void race() throws InterruptedException {
    RecordStore<VolumeRecord> drives = limited(Capacity.gb(10));

    List<Boolean> created =
        race(
            16,
            i ->
                () -> {
                  try {
                    return drives.create(drive("d" + i, 3)).created();
                  } catch (QuotaExceededException e) {
                    return false;
                  }
                });

    assertThat(created).filteredOn(won -> won).hasSize(3);
    assertThat(drives.list(RecordQuery.where(Map.of())).records()).hasSize(3);
  }
}
