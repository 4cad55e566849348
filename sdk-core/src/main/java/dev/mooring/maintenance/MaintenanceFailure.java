package dev.mooring.maintenance;

import dev.mooring.error.ErrorCode;
import java.util.Objects;

/**
 * Something that maintenance could not do now; the next run tries again.
 *
 * @param region where
 * @param resource on what: a volume, a snapshot, or the region
 * @param code the error's code
 * @param message what was tried, why it failed, and what to do
 */
public record MaintenanceFailure(String region, String resource, ErrorCode code, String message) {
  /** Checks that nothing is missing. */
  public MaintenanceFailure {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }
}
