package dev.mooring.spi;

import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the backend has come. A backend whose objects tell this by themselves derives it when it
 * reads a record and ignores it when it writes one; others store it.
 *
 * @param state the state
 * @param since since when; epoch when unknown
 * @param reason why, or null when there is nothing to explain
 * @param permanent whether the reason cannot get better by itself: a wait ends at once then
 * @param capacityBytes what the backend gave, or null until it is known
 * @param enforcement what happens when more is written than the size
 * @param details where the backend keeps it, in its own terms, for people
 * @param growth how far it is with a growth, or null when none is under way or nobody tells
 */
public record Provisioned(
    ProvisioningState state,
    Instant since,
    @Nullable StatusReason reason,
    boolean permanent,
    @Nullable Long capacityBytes,
    SizeEnforcement enforcement,
    Map<String, String> details,
    @Nullable Growth growth) {
  /** Copies and checks. */
  public Provisioned {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(enforcement, "enforcement");
    details = Map.copyOf(details);
  }

  /** What does not grow. */
  public Provisioned(
      ProvisioningState state,
      Instant since,
      @Nullable StatusReason reason,
      boolean permanent,
      @Nullable Long capacityBytes,
      SizeEnforcement enforcement,
      Map<String, String> details) {
    this(state, since, reason, permanent, capacityBytes, enforcement, details, null);
  }

  /** Nothing made yet. */
  public static Provisioned pending(Instant since) {
    return new Provisioned(
        ProvisioningState.PENDING, since, null, false, null, SizeEnforcement.NONE, Map.of());
  }

  /** The same in another state, without a reason. */
  public Provisioned to(ProvisioningState next, Instant at) {
    return new Provisioned(next, at, null, false, capacityBytes, enforcement, details);
  }

  /** The same with a reason. */
  public Provisioned because(StatusReason why, boolean isPermanent) {
    return new Provisioned(
        state, since, why, isPermanent, capacityBytes, enforcement, details, growth);
  }

  /** The same, as far with its growth, without a reason. */
  public Provisioned growing(@Nullable Growth next) {
    return new Provisioned(state, since, null, false, capacityBytes, enforcement, details, next);
  }

  /** The same with what the backend gave, without a reason: it grows no more. */
  public Provisioned gave(long bytes, SizeEnforcement enforced, Map<String, String> newDetails) {
    return new Provisioned(state, since, null, false, bytes, enforced, newDetails);
  }
}
