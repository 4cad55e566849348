package dev.mooring.kubernetes.internal.instance;

import dev.mooring.instance.InstanceState;
import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.PodTrouble;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.InstanceHosting.Hosted;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a pod and its events say about an instance. */
final class PodState {
  private static final Set<String> NO_IMAGE =
      Set.of("ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError");
  private final Events events;

  PodState(Events events) {
    this.events = events;
  }

  Hosted of(Pod pod) {
    Instant started = Times.of(pod.getMetadata().getCreationTimestamp());
    String name = PodNames.instance(pod);
    if (Pods.finished(pod)) {
      return new Hosted(name, InstanceState.FAILED, ended(pod, started), started);
    }
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      return new Hosted(name, InstanceState.STOPPING, null, started);
    }
    Optional<StatusReason> image = noImage(pod, started);
    if (image.isPresent()) {
      return new Hosted(name, InstanceState.FAILED, image.get(), started);
    }
    if (Pods.ready(pod)) {
      return new Hosted(name, InstanceState.RUNNING, null, started);
    }
    return new Hosted(name, InstanceState.STARTING, waiting(pod), started);
  }

  private static Optional<ContainerStatus> container(Pod pod) {
    return pod.getStatus() == null || pod.getStatus().getContainerStatuses() == null
        ? Optional.empty()
        : pod.getStatus().getContainerStatuses().stream().findFirst();
  }

  /** The one thing besides volumes that never gets better by itself. */
  private static Optional<StatusReason> noImage(Pod pod, Instant since) {
    return container(pod)
        .map(status -> status.getState() == null ? null : status.getState().getWaiting())
        .filter(waiting -> waiting.getReason() != null && NO_IMAGE.contains(waiting.getReason()))
        .map(
            waiting ->
                new StatusReason(
                    Reason.UNKNOWN, words(waiting.getReason(), waiting.getMessage()), since));
  }

  private static StatusReason ended(Pod pod, Instant started) {
    return container(pod)
        .map(status -> status.getState() == null ? null : status.getState().getTerminated())
        .map(
            end ->
                new StatusReason(
                    Reason.UNKNOWN,
                    words(end.getReason(), end.getMessage())
                        + " (exit code "
                        + end.getExitCode()
                        + ")",
                    Times.of(end.getFinishedAt())))
        .orElseGet(
            () ->
                new StatusReason(
                    Reason.UNKNOWN,
                    words(pod.getStatus().getReason(), pod.getStatus().getMessage()),
                    started));
  }

  private @Nullable StatusReason waiting(Pod pod) {
    return PodTrouble.latest(events.about(pod.getMetadata().getUid()))
        .map(PodTrouble::status)
        .orElse(null);
  }

  private static String words(@Nullable String reason, @Nullable String message) {
    String said = message == null || message.isBlank() ? "" : ": " + message.strip();
    return Scrub.of((reason == null ? "it ended" : reason) + said);
  }
}
