package dev.mooring.describe;

import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeHealth;
import dev.mooring.volume.VolumeRef;
import dev.mooring.volume.VolumeStatus;
import dev.mooring.volume.VolumeUsage;
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
 * @param terms what it is in the backend's own terms, for example {@code PV/PVC on CephFS (RWX)};
 *     may be empty
 * @param findings what the backend shows; what this client may not see is among them and says so
 * @param events what the backend told lately, oldest first
 * @param health whether its bytes can be reached
 * @param usage how much of it is used, or null when nobody can know
 * @param usageNote why nobody knows how much of it is used; empty when somebody does
 */
public record VolumeDescription(
    VolumeRef volume,
    VolumeStatus status,
    Instant since,
    @Nullable StatusReason reason,
    @Nullable String contact,
    String terms,
    List<Finding> findings,
    List<BackendEvent> events,
    VolumeHealth health,
    @Nullable VolumeUsage usage,
    String usageNote) {
  /** Copies and checks. */
  public VolumeDescription {
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(terms, "terms");
    findings = List.copyOf(findings);
    events = List.copyOf(events);
    Objects.requireNonNull(health, "health");
    Objects.requireNonNull(usageNote, "usageNote");
  }

  /** Why; empty when there is nothing to explain. */
  public Optional<StatusReason> reasonIfSet() {
    return Optional.ofNullable(reason);
  }

  /** How much of it is used; empty when nobody can know. */
  public Optional<VolumeUsage> usageIfKnown() {
    return Optional.ofNullable(usage);
  }

  /** Whom to ask; empty when the profile names nobody. */
  public Optional<String> contactIfSet() {
    return Optional.ofNullable(contact);
  }
}
