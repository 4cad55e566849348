package dev.mooring.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmallValuesTest {
  @Property
  void a_reference_is_read_as_it_is_written(
      @ForAll VolumeKind kind, @ForAll @NotBlank String name) {
    assertThat(VolumeRef.parse(kind.word() + "/" + name)).isEqualTo(new VolumeRef(kind, name));
    VolumeRef bare = VolumeRef.named(name.replace("/", ""));
    assertThat(VolumeRef.parse(bare.toString())).isEqualTo(bare);
  }

  @Property(tries = 2000)
  void any_text_is_a_reference_or_names_the_kinds_that_are(@ForAll String text) {
    try {
      assertThat(VolumeRef.parse(text)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("drive, fs and object are");
    }
  }

  @Test
  @DisplayName("random volume ids are valid and differ")
  void ids() {
    VolumeId id = VolumeId.random();
    assertThat(new VolumeId(id.toString())).isEqualTo(id).isNotEqualTo(VolumeId.random());
  }

  @Property(tries = 2000)
  void nothing_else_is_a_volume_id(@ForAll("almostIds") String text) {
    boolean valid =
        text.length() == 36
            && text.startsWith("vol-")
            && text.substring(4).chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    if (valid) {
      assertThat(new VolumeId(text)).hasToString(text);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new VolumeId(text));
    }
  }

  @Provide
  Arbitrary<String> almostIds() {
    return Arbitraries.strings()
        .withChars("09af")
        .ofMinLength(31)
        .ofMaxLength(33)
        .flatMap(
            hex ->
                Arbitraries.of("vol-" + hex, hex, "VOL-" + hex, "vol-" + hex + "/", "vol-g" + hex));
  }

  @Property
  void labels_are_copied_and_sorted(@ForAll Map<String, String> entries) {
    Map<String, String> mutable = new HashMap<>(entries);
    Labels labels = new Labels(mutable);
    mutable.clear();
    assertThat(labels.entries()).isEqualTo(entries);
    assertThat(List.copyOf(labels.entries().keySet())).isSorted();
    assertThat(labels.with("k", "v").entries())
        .containsAllEntriesOf(new Labels(Map.of("k", "v")).entries());
  }

  @Property(tries = 2000)
  void mount_paths_overlap_in_both_directions_or_in_none(
      @ForAll("paths") MountPath first, @ForAll("paths") MountPath second) {
    boolean reference =
        Path.of(first.value()).startsWith(second.value())
            || Path.of(second.value()).startsWith(first.value());
    assertThat(first.overlaps(second)).isEqualTo(second.overlaps(first)).isEqualTo(reference);
  }

  @Provide
  Arbitrary<MountPath> paths() {
    return Arbitraries.of("a", "b", "ab", "a.b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(segments -> new MountPath("/" + String.join("/", segments)));
  }

  @Test
  @DisplayName("a mount path tells every rule that it breaks")
  void everyRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MountPath("/etc/../a b"))
        .withMessageContainingAll("normalised", "[A-Za-z0-9._-]", "/etc and everything below");
  }

  @Property
  void words_of_kinds_are_read_in_any_case(@ForAll VolumeKind kind) {
    assertThat(VolumeKind.ofWord(kind.word())).contains(kind);
    assertThat(VolumeKind.ofWord(kind.word().toUpperCase(java.util.Locale.ROOT))).contains(kind);
    assertThat(VolumeKind.ofWord(kind.word() + "s")).isEmpty();
  }
}
