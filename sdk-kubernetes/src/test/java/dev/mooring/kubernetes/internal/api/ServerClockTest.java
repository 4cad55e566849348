package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class ServerClockTest {
  private final FakeClock machine = FakeClock.at(Instant.parse("2026-11-01T10:00:00.400Z"));
  private final ServerClock clock = new ServerClock(machine);

  private void heard(Instant server) {
    clock.heard(
        machine.instant(),
        DateTimeFormatter.RFC_1123_DATE_TIME.format(server.atOffset(ZoneOffset.UTC)));
  }

  @Test
  void is_this_machines_until_a_server_was_heard() {
    assertThat(clock.now()).isEqualTo(machine.instant());
  }

  @Test
  void is_this_machines_while_both_agree_within_the_headers_second() {
    heard(Instant.parse("2026-11-01T10:00:00Z"));

    assertThat(clock.now()).isEqualTo(machine.instant());
  }

  @Test
  void follows_a_server_that_is_ahead_or_behind() {
    heard(Instant.parse("2026-11-01T10:05:00Z"));
    assertThat(Duration.between(machine.instant(), clock.now()))
        .isBetween(Duration.ofSeconds(299), Duration.ofSeconds(300));

    ServerClock other = new ServerClock(machine);
    other.heard(machine.instant(), "Sun, 1 Nov 2026 09:00:00 GMT");
    assertThat(Duration.between(other.now(), machine.instant()))
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
  }

  @Test
  void follows_a_clock_that_is_set() {
    heard(Instant.parse("2026-11-01T10:05:00Z"));
    heard(Instant.parse("2026-11-01T10:00:00Z"));

    assertThat(clock.now()).isEqualTo(machine.instant());
  }

  @Test
  void ignores_what_is_no_date() {
    clock.heard(machine.instant(), "yesterday");

    assertThat(clock.now()).isEqualTo(machine.instant());
  }
}
