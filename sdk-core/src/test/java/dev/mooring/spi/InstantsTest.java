package dev.mooring.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04T03:02:01Z",
        "2026-05-04T03:02:01.5Z",
        "2026-05-04T03:02:01.000000001Z",
        "2026-05-04T03:02:01.999999999Z",
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.9Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "2024-02-29T12:00:00Z",
        "2026-05-04T03:02:01+02:00",
        "2026-05-04T03:02:01.25-11:30",
        "2026-12-31T23:59:60Z",
        "2026-05-04T24:00:00Z",
        "2026-05-04t03:02:01z",
        "-0001-05-04T03:02:01Z",
        "+12026-05-04T03:02:01Z"
      })
  void reads_what_the_formatter_reads(String text) {
    assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "yesterday",
        "2026-05-04",
        "2026-05-04T03:02:01",
        "2026-05-04T03:02:01.1234567890Z",
        "2026-05-04T03:02Z",
        "2026-05-04T03:02:01,5Z",
        "2026-05-04 03:02:01Z",
        "2026-05-04T25:02:01Z",
        "2026-05-04T03:60:01Z",
        "2026-05-04T03:02:60Z",
        "2026-13-04T03:02:01Z",
        "2026-02-30T03:02:01Z",
        "2026-00-10T03:02:01Z",
        "2026-05-04T03:02:0aZ",
        "٢٠٢٦-05-04T03:02:01Z"
      })
  void refuses_what_the_formatter_refuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void reads_whatever_an_instant_writes() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Instant time =
          Instant.ofEpochSecond(
              random.nextLong(-30_000_000_000L, 200_000_000_000L),
              random.nextInt(1_000_000_000) / (int) Math.pow(10, random.nextInt(10)));
      assertThat(Instants.parse(time.toString())).isEqualTo(time);
    }
  }
}
