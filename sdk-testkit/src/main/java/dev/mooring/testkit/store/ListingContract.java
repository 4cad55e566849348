package dev.mooring.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.attachment.Target;
import dev.mooring.operation.OperationState;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ListingContract extends StoreTopic {
  private List<String> keys(Map<String, String> index, int limit) {
    List<String> keys = new ArrayList<>();
    Optional<RecordQuery> query = Optional.of(new RecordQuery(index, limit, null));
    while (query.isPresent()) {
      RecordQuery asked = query.get();
      RecordPage<VolumeRecord> page = drives().list(asked);
      assertThat(page.records()).hasSizeLessThanOrEqualTo(limit);
      page.records().forEach(record -> keys.add(record.key()));
      query = page.next().map(asked::next);
    }
    return keys;
  }

  @Test
  @DisplayName("answers an empty page when there is nothing")
  void empty() {
    assertThat(drives().list(RecordQuery.where(Map.of())))
        .isEqualTo(new RecordPage<VolumeRecord>(List.of(), null));
  }

  @Test
  @DisplayName("lists all records once, in the order of their keys, whatever the page size")
  void pages() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      expected.add(drives().create(SampleRecords.drive("d-" + (char) ('z' - i))).record().key());
    }
    expected.sort(null);

    for (int limit : new int[] {1, 4, 5, 24, 25, 26, 1000}) {
      assertThat(keys(Map.of(), limit)).as("pages of %d", limit).isEqualTo(expected);
      assertThat(keys(Map.of(Index.KIND, "drive"), limit)).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("goes on after the last key also when that record is deleted meanwhile")
  void pagesSurviveDeletion() {
    for (String name : List.of("a", "b", "c", "d")) {
      drives().create(SampleRecords.drive(name));
    }
    RecordQuery first = new RecordQuery(Map.of(), 2, null);
    RecordPage<VolumeRecord> page = drives().list(first);
    assertThat(drives().delete(page.records().get(1))).isTrue();

    RecordPage<VolumeRecord> rest = drives().list(first.next(page.next().orElseThrow()));

    assertThat(rest.records()).extracting(VolumeRecord::key).containsExactly("drive-c", "drive-d");
  }

  @Test
  @DisplayName("finds records by their entries, all of which must be equal")
  void filters() {
    VolumeRecord a = SampleRecords.labelled(SampleRecords.drive("a"), "team", "nlp");
    VolumeRecord b = SampleRecords.labelled(SampleRecords.drive("b"), "team", "vision");
    VolumeRecord c =
        SampleRecords.labelled(
            SampleRecords.labelled(SampleRecords.drive("c"), "team", "nlp"), "stage", "");
    List.of(a, b, c).forEach(record -> drives().create(record));

    assertThat(keys(Map.of("label.team", "nlp"), 10)).containsExactly("drive-a", "drive-c");
    assertThat(keys(Map.of("label.team", "nlp", "label.stage", ""), 10)).containsExactly("drive-c");
    assertThat(keys(Map.of("label.team", "nl"), 10)).isEmpty();
    assertThat(keys(Map.of(Index.NAME, "b", Index.KIND, "drive"), 1)).containsExactly("drive-b");
    assertThat(keys(Map.of(Index.NAME, "b", Index.KIND, "fs"), 1)).isEmpty();
    assertThat(keys(Map.of(Index.VOLUME_ID, c.spec().id().value(), Index.OWNER, "user.ana"), 10))
        .containsExactly("drive-c");
    assertThat(keys(Map.of("label.team' OR '1'='1", "nlp"), 10)).isEmpty();
  }

  @Test
  @DisplayName("finds records by what they are now, not by what they were")
  void followsChanges() {
    VolumeRecord created = drives().create(SampleRecords.drive("a")).record();
    assertThat(keys(Map.of(Index.RUNNING, "create"), 10)).containsExactly("drive-a");

    VolumeRecord done =
        created.withOperation(
            created
                .operations()
                .get(0)
                .ended(OperationState.SUCCEEDED, SampleRecords.START, "done"));
    VolumeRecord stored = drives().swap(SampleRecords.labelled(done, "x", "1")).orElseThrow();

    assertThat(keys(Map.of(Index.RUNNING, "create"), 10)).isEmpty();
    assertThat(keys(Map.of("label.x", "1"), 10)).containsExactly("drive-a");
    assertThat(drives().delete(stored)).isTrue();
    assertThat(keys(Map.of("label.x", "1"), 10)).isEmpty();
  }

  @Test
  @DisplayName("finds the targets of a volume")
  void findsTargetsOfVolume() {
    RecordStore<TargetRecord> targets =
        fixture().targets(SampleRecords.ACCOUNT, SampleRecords.REGION);
    VolumeRecord volume = drives().create(SampleRecords.drive("a")).record();
    TargetRecord with =
        SampleRecords.target(Target.instance("x"), "t")
            .withMounts(List.of(SampleRecords.mount(volume, "/a")));
    TargetRecord stored = targets.create(with).record();
    targets.create(SampleRecords.target(Target.instance("y"), "t"));
    RecordQuery query = RecordQuery.where(Map.of(Index.VOLUME_PREFIX + volume.key(), "mounted"));

    assertThat(targets.list(query).records()).containsExactly(stored);
    targets.swap(stored.withMounts(List.of()));
    assertThat(targets.list(query).records()).isEmpty();
  }

  @Test
  @DisplayName("never shows records of another account or region, whatever is asked")
  void isolates() {
    RecordStore<VolumeRecord> theirs = fixture().volumes("other", SampleRecords.REGION, null);
    theirs.create(SampleRecords.drive("other", "secret", Capacity.gb(1)));
    fixture().volumes(SampleRecords.ACCOUNT, "mars", null).create(SampleRecords.drive("far-away"));

    assertThat(keys(Map.of(), 10)).isEmpty();
    assertThat(keys(Map.of(Index.ACCOUNT, "other"), 10)).isEmpty();
    assertThat(keys(Map.of(Index.NAME, "secret"), 10)).isEmpty();
    drives().create(SampleRecords.drive("mine"));
    assertThat(keys(Map.of(Index.ACCOUNT, SampleRecords.ACCOUNT), 10))
        .containsExactly("drive-mine");
  }
}
