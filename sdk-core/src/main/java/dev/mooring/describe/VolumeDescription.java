package dev.mooring.describe;

import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeRef;
import dev.mooring.volume.VolumeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a volume is as it is: its status with reason and hint, whom to ask, and all that its backend
 * shows of it, as it was at one time.
 *
 * @param volume kind and name
 * @param status one word for display
 * @param since since when it has that status, UTC
 * @param reason why, with the backend's words and a hint, or null when there is nothing to explain
 * @param contact whom to ask: the {@code adminContact} of its profile, or null when it names nobody
 * @param findings what the backend shows; what this client may not see is among them and says so
 * @param events what the backend told lately, oldest first
 */
public record VolumeDescription(
    VolumeRef volume,
    VolumeStatus status,
    Instant since,
    @Nullable StatusReason reason,
    @Nullable String contact,
    List<Finding> findings,
    List<BackendEvent> events) {
  /** Copies and checks. */
  public VolumeDescription {
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(since, "since");
    findings = List.copyOf(findings);
    events = List.copyOf(events);
  }

  /** Why; empty when there is nothing to explain. */
  public Optional<StatusReason> reasonIfSet() {
    return Optional.ofNullable(reason);
  }

  /** Whom to ask; empty when the profile names nobody. */
  public Optional<String> contactIfSet() {
    return Optional.ofNullable(contact);
  }
}
