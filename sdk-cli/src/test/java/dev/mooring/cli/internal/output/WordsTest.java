package dev.mooring.cli.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.volume.Capacity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Values for people:")
class WordsTest {
  @Test
  @DisplayName("a size is exact where that is short")
  void shortSizesAreExact() {
    assertThat(Words.size(Capacity.gb(100))).isEqualTo("100GB");
    assertThat(Words.size(Capacity.gib(100))).isEqualTo("100GiB");
  }

  @Test
  @DisplayName("a long size is rounded")
  void longSizesAreRounded() {
    assertThat(Words.size(Capacity.ofBytes(107_374_182_401L))).isEqualTo("107.37GB");
  }

  @Test
  @DisplayName("an unknown size is a dash, not 0")
  void unknownIsDash() {
    assertThat(Words.size(Optional.empty())).isEqualTo("-");
  }

  @Test
  @DisplayName("an age is told in its largest unit")
  void agesAreShort() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");

    assertThat(Words.age(now.minusSeconds(59), now)).isEqualTo("59s");
    assertThat(Words.age(now.minusSeconds(3599), now)).isEqualTo("59m");
    assertThat(Words.age(now.minusSeconds(90_000), now)).isEqualTo("1d");
    assertThat(Words.age(now.plusSeconds(5), now)).isEqualTo("0s");
  }
}
