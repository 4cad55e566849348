package dev.mooring.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mooring.error.InternalException;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Claim;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
  /** Looks at the components of records itself: it notices one that the codec forgot. */
  private static final ObjectMapper REFLECTING =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(VolumeSource.class, ToStringSerializer.instance)
                  .addSerializer(VolumeRef.class, ToStringSerializer.instance))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .addMixIn(StatusReason.class, OwnHint.class)
          .build();

  /** A stored reason has its own hint; another one is advice of the moment, and not stored. */
  @JsonIgnoreProperties("hint")
  private interface OwnHint {}

  private static final String CLAIM =
      "{\"targetKey\":\"t\",\"target\":\"instance/x\",\"token\":\"k\","
          + "\"since\":\"2026-01-01T00:00:00Z\"}";

  @Property
  void volumes_come_back_as_they_were(@ForAll("volumes") VolumeRecord record) {
    assertThat(RecordCodec.readVolume(RecordCodec.write(record))).isEqualTo(record);
  }

  @Property
  void targets_come_back_as_they_were(@ForAll("targets") TargetRecord record) {
    assertThat(RecordCodec.readTarget(RecordCodec.write(record))).isEqualTo(record);
  }

  @Property
  void snapshots_come_back_as_they_were(@ForAll("snapshots") SnapshotRecord record)
      throws JsonProcessingException {
    assertThat(RecordCodec.readSnapshot(RecordCodec.write(record))).isEqualTo(record);
    assertThat(RecordCodec.readSnapshotSpec(RecordCodec.write(record.spec())))
        .isEqualTo(record.spec());
    assertThat(RecordCodec.write(record)).isEqualTo(REFLECTING.writeValueAsString(record));
  }

  @Property
  void names_come_back_as_they_were(
      @ForAll("names") NameRecord name, @ForAll("accounts") AccountRecord account)
      throws JsonProcessingException {
    assertThat(RecordCodec.readName(RecordCodec.write(name))).isEqualTo(name);
    assertThat(RecordCodec.write(name)).isEqualTo(REFLECTING.writeValueAsString(name));
    assertThat(RecordCodec.readAccount(RecordCodec.write(account))).isEqualTo(account);
    assertThat(RecordCodec.write(account)).isEqualTo(REFLECTING.writeValueAsString(account));
  }

  @Property
  void parts_come_back_as_they_were(@ForAll("volumes") VolumeRecord record) {
    assertThat(RecordCodec.readOperations(RecordCodec.write(record.operations())))
        .isEqualTo(record.operations());
    if (record.claim() != null) {
      assertThat(RecordCodec.readClaim(RecordCodec.write(record.claim())))
          .isEqualTo(record.claim());
    }
    record
        .spec()
        .madeFrom()
        .ifPresent(
            source ->
                assertThat(RecordCodec.readSource(RecordCodec.write(source))).isEqualTo(source));
    if (record.trash() != null) {
      assertThat(RecordCodec.readTrash(RecordCodec.write(record.trash())))
          .isEqualTo(record.trash());
    }
  }

  @Property
  void every_component_is_written_under_its_name(
      @ForAll("volumes") VolumeRecord volume, @ForAll("targets") TargetRecord target)
      throws JsonProcessingException {
    assertThat(RecordCodec.write(volume)).isEqualTo(REFLECTING.writeValueAsString(volume));
    assertThat(RecordCodec.write(target)).isEqualTo(REFLECTING.writeValueAsString(target));
  }

  @Property
  void what_was_cut_off_is_refused(
      @ForAll("volumes") VolumeRecord record, @ForAll @IntRange(min = 0, max = 99) int percent) {
    String json = RecordCodec.write(record);
    String cut = json.substring(0, json.length() * percent / 100);
    assertThatThrownBy(() -> RecordCodec.readVolume(cut)).isInstanceOf(InternalException.class);
  }

  @Property
  void no_text_whatever_ends_in_another_error(@ForAll String text) {
    assertThatThrownBy(() -> RecordCodec.readVolume(text)).isInstanceOf(InternalException.class);
    assertThatThrownBy(() -> RecordCodec.readClaim("{\"since\":" + text + "}"))
        .isInstanceOf(InternalException.class);
  }

  @Test
  @DisplayName("A claim is one small object")
  void text() {
    Claim claim = new Claim("t", "instance/x", "k", Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(RecordCodec.write(claim)).isEqualTo(CLAIM);
    assertThat(RecordCodec.readClaim(CLAIM)).isEqualTo(claim);
  }

  @Test
  @DisplayName("Keys of a newer version are ignored, whatever they hold")
  void unknown_keys() {
    String newer =
        CLAIM.replace(
            "{",
            "{\"a\":null,\"b\":[1,{}],\"c\":{\"d\":1.5},\"e\":99999999999999999999,\"f\":true,");
    assertThat(RecordCodec.readClaim(newer)).isEqualTo(RecordCodec.readClaim(CLAIM));
  }

  @Test
  @DisplayName("Operations that are missing are none")
  void missing_list() {
    VolumeRecord record = RecordValues.volumes().sample();
    String json = RecordCodec.write(record).replaceFirst(",\"operations\":\\[.*}$", "}");
    assertThat(json).doesNotContain("operations");
    assertThat(RecordCodec.readVolume(json).operations()).isEmpty();
    assertThat(RecordCodec.readOperations("[]")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "1",
        "{\"since\":1,\"until\":2}",
        "{\"since\":\"yesterday\",\"until\":\"2026-01-01T00:00:00Z\"}",
        "{\"since\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"} {}",
        "{\"since\":\"2026-01-01T00:00:00Z\",\"until\":null}"
      })
  @DisplayName("What the SDK does not write is refused with what is wrong")
  void refused(String json) {
    assertThatThrownBy(() -> RecordCodec.readTrash(json))
        .isInstanceOf(InternalException.class)
        .hasMessageContaining("Could not read a stored record: it is not as the SDK writes it:");
  }

  @Test
  @DisplayName("A list in place of an object, and the other way round, are refused")
  void shapes() {
    assertThatThrownBy(() -> RecordCodec.readOperations("{}"))
        .hasMessageContaining("a list is expected");
    assertThatThrownBy(() -> RecordCodec.readOperations("[[]]"))
        .hasMessageContaining("an object is expected");
    assertThatThrownBy(() -> RecordCodec.readOperations("[null]"))
        .hasMessageContaining("a list holds null");
    assertThatThrownBy(() -> RecordCodec.readClaim(CLAIM.replace("\"k\"", "{}")))
        .hasMessageContaining("token is of another type");
    assertThat(RecordCodec.write(new Trash(Instant.EPOCH, Instant.EPOCH))).startsWith("{\"since\"");
  }

  @Provide
  Arbitrary<VolumeRecord> volumes() {
    return RecordValues.volumes();
  }

  @Provide
  Arbitrary<SnapshotRecord> snapshots() {
    return RecordValues.snapshots();
  }

  @Provide
  Arbitrary<NameRecord> names() {
    return RecordValues.names();
  }

  @Provide
  Arbitrary<AccountRecord> accounts() {
    return RecordValues.accounts();
  }

  @Provide
  Arbitrary<TargetRecord> targets() {
    return RecordValues.targets();
  }
}
