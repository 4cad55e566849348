package dev.mooring.telemetry;

import dev.mooring.error.ErrorCode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to a backend that ended.
 *
 * @param call what was called
 * @param duration how long it took, waiting between attempts included
 * @param attempts how often it was tried; 0 when it was refused before it reached the backend
 * @param error the code of its error, {@code INTERNAL} for what is no error of the SDK's, or null
 *     when it succeeded
 */
public record CallEvent(Call call, Duration duration, int attempts, @Nullable ErrorCode error) {
  /**
   * A call.
   *
   * @param name what is called, for example {@code volumes.create}: a small set, fit for a metric;
   *     before the dot {@code backend}, {@code volumes}, {@code targets}, {@code provisioning},
   *     {@code attaching} or {@code instances}
   * @param region the region
   * @param resource on what, for example a record's key; possibly empty; not fit for a metric
   * @param repeatable whether it may be repeated
   */
  public record Call(String name, String region, String resource, boolean repeatable) {
    /** Checks that nothing is missing. */
    public Call {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(region, "region");
      Objects.requireNonNull(resource, "resource");
    }
  }

  /** Checks that nothing is missing. */
  public CallEvent {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(duration, "duration");
  }

  /** The code of its error; empty when it succeeded. */
  public Optional<ErrorCode> errorIfFailed() {
    return Optional.ofNullable(error);
  }
}
