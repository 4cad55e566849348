package dev.mooring.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @Property(tries = 2000)
  void what_is_written_is_read_again(
      @ForAll @LongRange(min = 0, max = 36_500L * 86_400_000) long millis) {
    Duration duration = Duration.ofMillis(millis);
    assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    Duration minutes = Duration.ofMinutes(millis / 60_000);
    assertThat(Durations.parse(Durations.format(minutes))).isEqualTo(minutes);
  }

  @Property(tries = 2000)
  void any_text_is_read_or_refused(@ForAll String text) {
    try {
      assertThat(Durations.parse(text).isNegative()).isFalse();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("must be a duration");
    }
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "90s, PT90S", "2m, PT2M", "1h, PT1H", "7d, PT168H", "0s, PT0S"})
  void durations_are_read(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5s", "+5s", "1.5h", "5 s", "5M", "1h30m", "36501d", "٣s"})
  void others_are_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
  }
}
