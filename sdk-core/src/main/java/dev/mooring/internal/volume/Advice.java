package dev.mooring.internal.volume;

import dev.mooring.config.Timeouts;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Durations;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a volume waits or failed, with a hint that says whom to ask once asking is all that is left:
 * when it has failed, or has been pending for longer than the configuration's {@code
 * timeouts.askAfter}.
 */
public final class Advice {
  private Advice() {}

  /** Why; empty when there is nothing to explain. */
  public static Optional<StatusReason> of(
      RegionSession session, VolumeRecord record, Timeouts timeouts) {
    Optional<StatusReason> told =
        restart(record).or(() -> Optional.ofNullable(record.provisioned().reason()));
    if (record.leaving() || Settling.usable(record.provisioned())) {
      return told;
    }
    boolean failed = Settling.failed(record.provisioned());
    Duration limit = timeouts.askAfter();
    if (!failed && !late(record, session.now(), limit)) {
      return told;
    }
    StatusReason why =
        told.orElseGet(() -> new StatusReason(Reason.UNKNOWN, "", record.createdAt()));
    String words = failed ? "" : "; it is pending for longer than " + Durations.format(limit);
    return Optional.of(why.withHint(why.hint() + words + whom(session, record)));
  }

  /** Whose restart a growth waits for. */
  private static Optional<StatusReason> restart(VolumeRecord record) {
    return record
        .running(OperationType.RESIZE)
        .filter(growth -> Settling.effective(record, growth).running())
        .flatMap(OperationRecord::last)
        .filter(event -> event.state().equals(Growths.NEEDS_RESTART))
        .map(event -> new StatusReason(Reason.NEEDS_RESTART, event.detail(), event.at()));
  }

  /** Pending since its creation, by the backend's clock. */
  private static boolean late(VolumeRecord record, Instant now, Duration limit) {
    Provisioned provisioned = record.provisioned();
    return (provisioned.state() == ProvisioningState.PENDING
            || provisioned.state() == ProvisioningState.PROVISIONING)
        && now.isAfter(record.createdAt().plus(limit));
  }

  private static String whom(RegionSession session, VolumeRecord record) {
    return session
        .profile(record.spec().profile())
        .map(Profile::adminContact)
        .map(contact -> "; ask " + contact)
        .orElse("");
  }
}
