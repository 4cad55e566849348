package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.Difference;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.FailedException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.IntegrityException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.error.UnavailableException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.spi.Durations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of a failure: {@code {"error": {…}}}. */
public final class ErrorJson {
  private ErrorJson() {}

  /** An error of the SDK, with the details of its type. */
  public static ObjectNode of(StorageException error, ErrorCode code) {
    return document(
        Json.object()
            .put("code", code.name())
            .put("message", error.getMessage())
            .put("resource", error.resource().orElse(null))
            .put("region", error.region().orElse(null))
            .put("requestId", error.requestId().orElse(null))
            .put("retryable", error.retryable())
            .put("hint", error.hint().orElse(null)),
        details(error));
  }

  /** An error that has nothing but a code and a message. */
  public static ObjectNode of(ErrorCode code, String message, @Nullable String hint) {
    return document(
        Json.object()
            .put("code", code.name())
            .put("message", message)
            .putNull("resource")
            .putNull("region")
            .putNull("requestId")
            .put("retryable", false)
            .put("hint", hint),
        Json.object());
  }

  private static ObjectNode document(ObjectNode error, ObjectNode details) {
    error.set("details", details);
    ObjectNode document = Json.object();
    document.set("error", error);
    return document;
  }

  private static ObjectNode details(StorageException error) {
    ObjectNode json = Json.object();
    if (error instanceof InvalidRequestException e) {
      json.set("violations", Json.array(e.violations(), PlanJson::of));
    } else if (error instanceof AlreadyExistsException e) {
      json.put("existingId", e.existingId());
      json.set("differences", Json.array(e.differences(), ErrorJson::of));
    } else if (error instanceof InUseException e) {
      json.set("holders", holders(e.holders()));
    } else if (error instanceof QuotaExceededException e) {
      json.put("used", Json.number(e.used()))
          .put("limit", Json.number(e.limit()))
          .put("asked", Json.number(e.asked()));
    } else if (error instanceof StorageTimeoutException e) {
      json.put("reason", e.reason())
          .put("raw", e.raw())
          .put("operationId", e.operationId().orElse(null))
          .put("lastState", e.lastState());
      json.set("history", Json.texts(e.history()));
    } else if (error instanceof FailedException e) {
      json.put("reason", e.reason()).put("raw", e.backendReason());
    } else if (error instanceof UnsupportedException e) {
      json.put("capability", e.capability());
    } else if (error instanceof IntegrityException e) {
      json.put("expected", e.expected()).put("found", e.found());
    } else if (error instanceof UnavailableException e) {
      json.put("retryAfter", e.retryAfter().map(Durations::format).orElse(null));
    }
    return json;
  }

  private static ObjectNode of(Difference difference) {
    return Json.object()
        .put("field", difference.field())
        .put("existing", difference.existing())
        .put("asked", difference.asked());
  }

  /** Who uses a volume. */
  public static ArrayNode holders(List<Holder> holders) {
    return Json.array(
        holders,
        holder ->
            Json.object()
                .put("kind", holder.kind())
                .put("name", holder.name())
                .put("state", holder.state())
                .put("since", holder.since() == null ? null : holder.since().toString())
                .put("live", holder.live()));
  }
}
