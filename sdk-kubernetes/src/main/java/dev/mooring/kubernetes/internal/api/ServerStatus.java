package dev.mooring.kubernetes.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The API server's own words for a failure: its Status object, or what a proxy said instead.
 *
 * @param message what happened
 * @param reason the stable word, for example {@code Forbidden}
 * @param causes field by field
 * @param retryAfterSeconds when to come again; 0 when it did not say
 * @param own whether it is the API server's, and not something's on the way
 */
record ServerStatus(
    String message, String reason, List<Cause> causes, int retryAfterSeconds, boolean own) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 500;

  /** One field that is wrong. */
  record Cause(String field, String reason, String message) {}

  static ServerStatus of(Answer answer) {
    try {
      JsonNode node = MAPPER.readTree(answer.body());
      if (node != null && node.path("kind").asText().equals("Status")) {
        JsonNode details = node.path("details");
        List<Cause> causes = new ArrayList<>();
        for (JsonNode cause : details.path("causes")) {
          causes.add(
              new Cause(
                  cause.path("field").asText(),
                  cause.path("reason").asText(),
                  cause.path("message").asText()));
        }
        return new ServerStatus(
            node.path("message").asText(),
            node.path("reason").asText(),
            causes,
            details.path("retryAfterSeconds").asInt(),
            true);
      }
    } catch (JsonProcessingException e) {
      // Not the API server's: below.
    }
    String words = answer.body().strip();
    return new ServerStatus(
        words.isEmpty()
            ? "HTTP status " + answer.code()
            : words.substring(0, Math.min(MOST, words.length())),
        "",
        List.of(),
        0,
        false);
  }

  boolean causedBy(String cause) {
    return causes.stream().anyMatch(c -> c.reason().equals(cause));
  }

  /** When to come again, as the header or the status says. */
  Optional<Duration> retryAfter(Answer answer) {
    Optional<String> header = answer.header("Retry-After").filter(v -> v.matches("[0-9]{1,6}"));
    if (header.isPresent()) {
      return header.map(v -> Duration.ofSeconds(Long.parseLong(v)));
    }
    return retryAfterSeconds > 0
        ? Optional.of(Duration.ofSeconds(retryAfterSeconds))
        : Optional.empty();
  }
}
