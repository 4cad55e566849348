package dev.mooring.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.InternalException;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  private static final List<Function<String, Object>> READERS =
      List.of(
          RecordCodec::readVolume,
          RecordCodec::readTarget,
          RecordCodec::readClaim,
          RecordCodec::readTrash,
          RecordCodec::readOperations);

  @Property(tries = 500)
  void what_is_written_is_read_again(@ForAll long seed) {
    Records records = new Records(seed);
    VolumeRecord volume = records.volume();
    assertThat(RecordCodec.readVolume(RecordCodec.write(volume))).isEqualTo(volume);
    TargetRecord target = records.target();
    assertThat(RecordCodec.readTarget(RecordCodec.write(target))).isEqualTo(target);
    Claim claim = records.claim();
    assertThat(RecordCodec.readClaim(RecordCodec.write(claim))).isEqualTo(claim);
    Trash trash = new Trash(claim.since(), claim.since().plusNanos(1));
    assertThat(RecordCodec.readTrash(RecordCodec.write(trash))).isEqualTo(trash);
    List<OperationRecord> operations = records.operations();
    assertThat(RecordCodec.readOperations(RecordCodec.write(operations))).isEqualTo(operations);
  }

  @Property(tries = 500)
  void keys_of_newer_versions_are_ignored(@ForAll long seed) {
    VolumeRecord volume = new Records(seed).volume();
    String newer = "{\"newKey\":{\"a\":[1]}," + RecordCodec.write(volume).substring(1);
    assertThat(RecordCodec.readVolume(newer)).isEqualTo(volume);
  }

  @Property(tries = 1000)
  void damaged_text_is_an_internal_error_and_no_other(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 3000) int at, @ForAll char put) {
    String text = RecordCodec.write(new Records(seed).volume());
    int cut = Math.min(at, text.length());
    for (String damaged :
        List.of(
            text.substring(0, cut),
            text.substring(0, cut) + put + text.substring(Math.min(cut + 1, text.length())))) {
      readsOrRefuses(damaged);
    }
  }

  @Property(tries = 1000)
  void any_text_is_an_internal_error_or_read(@ForAll String text) {
    readsOrRefuses(text);
  }

  @Test
  @DisplayName("no value at all, or another's, is an internal error")
  void others() {
    for (String text : List.of("", "null", "[null]", "{}", "7", "[]x", "{}{}", "[[]]", "\"\"")) {
      readsOrRefuses(text);
      assertThatThrownBy(() -> RecordCodec.readVolume(text))
          .as(text)
          .isInstanceOf(InternalException.class);
    }
  }

  private static void readsOrRefuses(String text) {
    for (Function<String, Object> reader : READERS) {
      try {
        assertThat(reader.apply(text)).isNotNull();
      } catch (InternalException e) {
        assertThat(e).hasMessageContaining("Could not read a stored record");
      }
    }
  }

  @Property(tries = 300)
  void all_running_operations_and_the_last_twenty_ended_ones_are_kept(
      @ForAll @IntRange(min = 0, max = 60) int ended,
      @ForAll @IntRange(min = 0, max = 5) int running) {
    VolumeRecord record = new Records(ended).volume();
    record =
        new VolumeRecord(
            record.key(),
            "",
            Instant.EPOCH,
            false,
            record.spec(),
            record.provisioned(),
            null,
            null,
            List.of());
    for (int i = 0; i < running + ended; i++) {
      OperationRecord operation =
          OperationRecord.start(
              OperationId.random("eu", "drive", "n" + i, OperationType.CREATE),
              OperationType.CREATE,
              Instant.EPOCH);
      record =
          record.withOperation(
              i < running
                  ? operation
                  : operation.ended(OperationState.SUCCEEDED, Instant.EPOCH, ""));
    }
    List<String> names = record.operations().stream().map(o -> o.id().name()).toList();
    assertThat(names).hasSize(running + Math.min(20, ended));
    for (int i = 0; i < running; i++) {
      assertThat(names).contains("n" + i);
    }
    if (ended > 0) {
      assertThat(names).last().isEqualTo("n" + (running + ended - 1));
    }
  }
}
