package dev.mooring.internal.health;

import dev.mooring.attachment.MountState;
import dev.mooring.internal.attach.Held;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.HealthChecking.Checked;
import dev.mooring.spi.HealthChecking.Symptom;
import dev.mooring.spi.Provisioned;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one value of all that stands against a volume's use: what its record says, what its targets
 * complain of, and what its backend finds. The worst counts; of several equally bad ones the first.
 */
public final class HealthLook {
  /** Troubles of targets that say something of the volume; others wait for something else. */
  private static final Set<Reason> TELLING =
      Set.of(
          Reason.MOUNT_FAILED,
          Reason.NODE_PLUGIN_ABSENT,
          Reason.BAD_CREDENTIALS,
          Reason.BACKEND_UNREACHABLE);

  private HealthLook() {}

  /** Looks at a volume as it was just read. */
  public static VolumeHealth of(RegionSession session, VolumeView view) {
    List<Symptom> symptoms = new ArrayList<>();
    Instant now = session.now();
    failure(view.record().provisioned(), now).ifPresent(symptoms::add);
    symptoms.addAll(complaints(view));
    Checked checked =
        made(view)
            ? session
                .backend()
                .ability(HealthChecking.class)
                .map(ability -> ability.check(view.record()))
                .orElseGet(Checked::well)
            : Checked.well();
    symptoms.addAll(checked.symptoms());
    return symptoms.stream()
        .min(Comparator.comparing(Symptom::state, Comparator.reverseOrder()))
        .map(worst -> new VolumeHealth(worst.state(), worst.reason(), now, checked.unseen()))
        .orElseGet(() -> new VolumeHealth(HealthState.OK, null, now, checked.unseen()));
  }

  private static boolean made(VolumeView view) {
    ProvisioningState state = view.record().provisioned().state();
    return state == ProvisioningState.AVAILABLE || state == ProvisioningState.FAILED;
  }

  /** What is not, or is lost, cannot be reached. */
  private static Optional<Symptom> failure(Provisioned provisioned, Instant now) {
    if (provisioned.state() != ProvisioningState.FAILED && !Settling.failed(provisioned)) {
      return Optional.empty();
    }
    StatusReason reason = provisioned.reason();
    return Optional.of(
        new Symptom(
            HealthState.INACCESSIBLE,
            reason == null ? new StatusReason(Reason.UNKNOWN, "", now) : reason));
  }

  /** A target that cannot mount it: the volume itself may be well while others do. */
  private static List<Symptom> complaints(VolumeView view) {
    boolean used =
        view.held().stream()
            .anyMatch(
                held -> held.mount().state() == MountState.ATTACHED && held.trouble().isEmpty());
    HealthState state = used ? HealthState.DEGRADED : HealthState.INACCESSIBLE;
    return view.held().stream()
        .map(Held::trouble)
        .flatMap(Optional::stream)
        .filter(trouble -> TELLING.contains(trouble.reason()))
        .map(trouble -> new Symptom(state, trouble))
        .toList();
  }
}
