package dev.mooring.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.HeardRecords.Event;
import dev.mooring.testkit.store.HeardRecords.What;
import dev.mooring.volume.Capacity;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class WatchingContract extends StoreTopic {
  private final HeardRecords<VolumeRecord> heard = new HeardRecords<>();

  @Test
  @DisplayName("reports creation, change and deletion that come after its beginning")
  void reports() {
    drives().create(SampleRecords.drive("before"));
    RecordStore.Watch watch = drives().watch(heard);

    VolumeRecord created = drives().create(SampleRecords.drive("a")).record();
    assertThat(heard.upTo(created)).extracting(Event::key).containsOnly("drive-a");
    VolumeRecord changed = drives().swap(created).orElseThrow();
    heard.upTo(changed);
    drives().delete(changed);
    assertThat(heard.next(What.DELETED).key()).isEqualTo("drive-a");
    watch.close();
  }

  @Test
  @DisplayName("reports the newest state of each record last")
  void newestLast() {
    RecordStore.Watch watch = drives().watch(heard);
    VolumeRecord record = drives().create(SampleRecords.drive("a")).record();
    for (int i = 0; i < 50; i++) {
      record = drives().swap(record).orElseThrow();
    }
    VolumeRecord other = drives().create(SampleRecords.drive("b")).record();
    List<Event<VolumeRecord>> events = heard.upTo(other);
    Event<VolumeRecord> last =
        events.stream().filter(e -> e.key().equals("drive-a")).reduce((x, y) -> y).orElseThrow();
    assertThat(last.record()).isEqualTo(record);
    watch.close();
  }

  @Test
  @DisplayName("reports every record that many threads create, to every watcher")
  void losesNothing() throws InterruptedException {
    RecordStore<VolumeRecord> drives = drives();
    HeardRecords<VolumeRecord> other = new HeardRecords<>();
    RecordStore.Watch one = drives.watch(heard);
    RecordStore.Watch two = drives.watch(other);
    race(8, i -> () -> drives.create(SampleRecords.drive("d" + i)));
    VolumeRecord last = drives.create(SampleRecords.drive("last")).record();

    for (HeardRecords<VolumeRecord> each : List.of(heard, other)) {
      assertThat(each.upTo(last))
          .extracting(Event::key)
          .contains("drive-d0", "drive-d3", "drive-d7")
          .hasSizeGreaterThanOrEqualTo(9);
    }
    one.close();
    two.close();
  }

  @Test
  @DisplayName("reports nothing of other accounts, regions and stores")
  void isolates() {
    RecordStore.Watch watch = drives().watch(heard);
    fixture()
        .volumes("other", SampleRecords.REGION, null)
        .create(SampleRecords.drive("other", "a", Capacity.gb(1)));
    fixture().volumes(SampleRecords.ACCOUNT, "mars", null).create(SampleRecords.drive("b"));
    VolumeRecord mine = drives().create(SampleRecords.drive("c")).record();

    assertThat(heard.upTo(mine)).extracting(Event::key).containsOnly("drive-c");
    watch.close();
  }

  @Test
  @DisplayName("reports nothing after it is closed, not even that it is closed")
  void closes() {
    RecordStore.Watch watch = drives().watch(heard);
    watch.close();
    watch.close();
    HeardRecords<VolumeRecord> later = new HeardRecords<>();
    RecordStore.Watch second = drives().watch(later);
    VolumeRecord record = drives().create(SampleRecords.drive("a")).record();
    later.upTo(record);
    second.close();
    heard.changed(SampleRecords.drive("marker"));

    assertThat(heard.next(What.CHANGED).key()).isEqualTo("drive-marker");
  }

  @Test
  @DisplayName("ends the watch of a listener that fails, and no other")
  void survivesListeners() {
    AtomicInteger calls = new AtomicInteger();
    HeardRecords<VolumeRecord> end = new HeardRecords<>();
    RecordListener<VolumeRecord> failing =
        new RecordListener<>() {
          @Override
          public void changed(VolumeRecord record) {
            calls.incrementAndGet();
            throw new IllegalStateException("a mistake of the listener");
          }

          @Override
          public void deleted(String key) {}

          @Override
          public void alive() {}

          @Override
          public void closed(@Nullable Throwable cause) {
            end.closed(cause);
          }
        };
    RecordStore.Watch first = drives().watch(failing);
    RecordStore.Watch second = drives().watch(heard);
    heard.upTo(drives().create(SampleRecords.drive("a")).record());
    assertThat(end.next(What.CLOSED).cause()).isInstanceOf(IllegalStateException.class);
    heard.upTo(drives().create(SampleRecords.drive("b")).record());
    first.close();
    second.close();
    assertThat(calls).hasValue(1);
  }

  @Test
  @DisplayName("lets a listener call the store")
  void listenersMayCall() {
    RecordStore<VolumeRecord> drives = drives();
    HeardRecords<VolumeRecord> read = new HeardRecords<>();
    RecordListener<VolumeRecord> reader =
        new RecordListener<>() {
          @Override
          public void changed(VolumeRecord record) {
            drives.get(record.key()).ifPresent(read::changed);
          }

          @Override
          public void deleted(String key) {}

          @Override
          public void alive() {}

          @Override
          public void closed(@Nullable Throwable cause) {}
        };
    RecordStore.Watch watch = drives.watch(reader);
    read.upTo(drives.create(SampleRecords.drive("a")).record());
    watch.close();
  }
}
