package dev.mooring.kubernetes.internal.attach;

import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Pages;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.TargetRecord;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods of a namespace, read from the source and not from a cache. */
public final class Pods {
  private final Place place;

  /** The pods of a place. */
  public Pods(Place place) {
    this.place = place;
  }

  /** The pods that a label selector finds, or all for null. */
  public List<Pod> list(@Nullable String selector) {
    Api api = place.api();
    List<Pod> pods = new ArrayList<>();
    Call call =
        Call.get(place.core("pods"))
            .with("labelSelector", selector)
            .saying("list", "pods of namespace " + place.namespace());
    Pages.all(api, call, Pod.class, pods::add);
    return pods;
  }

  /** Whether a pod has ended, so that only its object is left. */
  public static boolean finished(Pod pod) {
    String phase = phase(pod);
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  /** Whether a pod has started, and says that it is well. */
  public static boolean ready(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions() != null
        && pod.getStatus().getConditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** Whether a pod is one of a target's present life. */
  public static boolean isOf(Pod pod, TargetRecord target) {
    return target.key().equals(Marks.label(pod, Marks.TARGET))
        && target.token().equals(Marks.label(pod, Marks.TOKEN));
  }

  /** The claims that a pod names. */
  public static List<String> claims(Pod pod) {
    List<Volume> volumes = pod.getSpec().getVolumes();
    return volumes == null
        ? List.of()
        : volumes.stream()
            .filter(volume -> volume.getPersistentVolumeClaim() != null)
            .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
            .toList();
  }

  /** A pod's phase. */
  public static String phase(Pod pod) {
    return pod.getStatus() == null || pod.getStatus().getPhase() == null
        ? "Pending"
        : pod.getStatus().getPhase();
  }
}
