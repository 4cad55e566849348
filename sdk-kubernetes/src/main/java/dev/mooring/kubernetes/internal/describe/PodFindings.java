package dev.mooring.kubernetes.internal.describe;

import dev.mooring.describe.Finding;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.reason.PodTrouble;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The pods that name a claim, whoever made them, and why they have not started. */
final class PodFindings {
  private static final String KIND = "Pod";

  private final Pods pods;

  PodFindings(Place place) {
    this.pods = new Pods(place);
  }

  /**
   * The users of a claim.
   *
   * @param findings the pods
   * @param nodes where they are
   */
  record Users(List<Finding> findings, Set<String> nodes) {}

  Users of(String claim, Told told) {
    List<Finding> findings = new ArrayList<>();
    Set<String> nodes = new TreeSet<>();
    List<Pod> all;
    try {
      all = pods.list(null);
    } catch (AccessDeniedException e) {
      String words = "this client may not list them: bind deploy/role.yaml";
      return new Users(List.of(Finding.unreadable(KIND, "", words)), Set.of());
    }
    for (Pod pod : all) {
      if (Pods.claims(pod).contains(claim)) {
        String node = pod.getSpec().getNodeName();
        if (node != null && !Pods.finished(pod)) {
          nodes.add(node);
        }
        findings.add(finding(pod, node == null ? "" : node, told));
      }
    }
    return new Users(findings, nodes);
  }

  private static Finding finding(Pod pod, String node, Told told) {
    String name = pod.getMetadata().getName();
    boolean leaving = pod.getMetadata().getDeletionTimestamp() != null;
    List<Seen> events =
        Pods.finished(pod) || Pods.ready(pod)
            ? List.of()
            : told.about(KIND, name, pod.getMetadata().getUid());
    String why =
        PodTrouble.latest(events).map(event -> ": " + Scrub.of(event.message())).orElse("");
    String target = Marks.label(pod, Marks.TARGET);
    Details details =
        new Details()
            .add("phase", Pods.phase(pod))
            .add("node", node)
            .add("target", target == null ? "" : target);
    String words =
        Pods.phase(pod)
            + (leaving ? ", being ended" : "")
            + (node.isEmpty() ? ", on no node yet" : " on " + node)
            + why;
    return Finding.found(KIND, name, words, details.map());
  }
}
