package dev.mooring.internal.config;

import dev.mooring.internal.profile.DeclaredData;
import dev.mooring.profile.Performance;
import dev.mooring.profile.Sample;
import dev.mooring.spi.Settings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was measured of a profile. */
final class SampleReader {
  private SampleReader() {}

  static Optional<Sample> read(Settings sample) {
    for (String key : List.of("perClient", "on", "by")) {
      if (sample.raw(key).isEmpty()) {
        sample.wrong(key, "is missing");
      }
    }
    Object figures = sample.raw("perClient").orElse(Map.of());
    Performance perClient =
        DeclaredData.performance("perClient", Map.of("perClient", figures), sample::wrong);
    if (figures instanceof Map<?, ?> && perClient.equals(Performance.UNKNOWN)) {
      sample.wrong("perClient", "tells no figure: readMBps, writeMBps, readIops and so on");
    }
    Optional<LocalDate> on = sample.parsed("on", SampleReader::date);
    Optional<String> by = sample.string("by");
    return on.isEmpty() || by.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sample(perClient, on.get(), by.get()));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a date, like 2026-11-21", e);
    }
  }
}
