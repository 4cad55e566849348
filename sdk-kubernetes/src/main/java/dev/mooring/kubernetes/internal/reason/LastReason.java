package dev.mooring.kubernetes.internal.reason;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.InternalException;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.volume.Reason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The annotation that keeps why a claim waits for good, for events live only an hour. */
public final class LastReason {
  private LastReason() {}

  /** As the annotation says it. */
  public static String write(Why why) {
    ObjectNode node = Json.object();
    node.put("reason", why.reason().name());
    node.put("raw", why.raw());
    node.put("since", why.since().toString());
    return node.toString();
  }

  /** Reads an annotation; empty when there is none or it is none of ours. */
  public static Optional<Why> read(Json json, @Nullable String annotation) {
    if (annotation == null) {
      return Optional.empty();
    }
    JsonNode node;
    try {
      node = json.tree(annotation);
    } catch (InternalException e) {
      return Optional.empty();
    }
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.name().equals(node.path("reason").asText()))
        .findFirst()
        .map(
            reason ->
                new Why(
                    reason,
                    node.path("raw").asText(),
                    Times.of(node.path("since").asText()),
                    true,
                    false));
  }

  /** Whether an annotation says this already. */
  public static boolean says(Json json, @Nullable String annotation, Why why) {
    return read(json, annotation).filter(known -> known.reason() == why.reason()).isPresent();
  }
}
