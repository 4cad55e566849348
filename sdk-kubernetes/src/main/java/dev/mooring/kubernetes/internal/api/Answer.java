package dev.mooring.kubernetes.internal.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the API server answered.
 *
 * @param code the HTTP status
 * @param headers its headers
 * @param body its body
 */
public record Answer(int code, Map<String, List<String>> headers, String body) {
  /** Whether it did what was asked. */
  public boolean ok() {
    return code >= 200 && code < 300;
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return headers.entrySet().stream()
        .filter(e -> e.getKey() != null && e.getKey().toLowerCase(Locale.ROOT).equals(wanted))
        .flatMap(e -> e.getValue().stream())
        .findFirst();
  }
}
