package dev.mooring.kubernetes.internal.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeUsage;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what kubelets measure of the volumes that their pods mount, about once a minute, from their
 * statistics: through the API server's proxy, which is a right of its own. A volume that no running
 * pod mounts is measured by nobody.
 */
public final class KubernetesUsage implements UsageSampling {
  /** More nodes than these tell nothing more about one volume. */
  private static final int MOST_NODES = 3;

  private static final String ROLE =
      "this client may not read what nodes measure: bind deploy/clusterrole-usage.yaml";

  private final Place place;
  private final Pods pods;

  /** Measures the claims of a place. */
  public KubernetesUsage(Place place) {
    this.place = place;
    this.pods = new Pods(place);
  }

  @Override
  public Sampled sample(VolumeRecord record) {
    Set<String> nodes;
    try {
      nodes = nodes(record.key());
    } catch (AccessDeniedException e) {
      return Sampled.unknown(
          "this client may not list the pods that mount it: bind deploy/role.yaml");
    }
    if (nodes.isEmpty()) {
      return Sampled.unknown("no running pod mounts it: only nodes that mount it measure it");
    }
    List<VolumeUsage> samples = new ArrayList<>();
    String trouble = "the node has not measured it yet: it does so about once a minute";
    for (String node : nodes) {
      Call call =
          Call.get("api/v1/nodes/" + node + "/proxy/stats/summary")
              .saying("read", "the statistics of node " + node);
      Answer answer;
      try {
        answer = place.api().send(call);
      } catch (CancelledException e) {
        throw e;
      } catch (StorageException e) {
        trouble = "the node " + node + " does not tell: " + e.problem().message();
        continue;
      }
      if (answer.code() == 403) {
        return Sampled.unknown(ROLE);
      }
      if (answer.ok()) {
        JsonNode summary = place.api().json().tree(answer.body());
        NodeStatistics.of(summary, place.namespace(), record.key()).ifPresent(samples::add);
      } else {
        trouble =
            "the node "
                + node
                + " does not tell: "
                + Scrub.of(place.api().error(call, answer).problem().message());
      }
    }
    Optional<VolumeUsage> newest =
        samples.stream().max(Comparator.comparing(VolumeUsage::sampledAt));
    if (newest.isEmpty()) {
      return Sampled.unknown(trouble);
    }
    return believable(newest.get(), record)
        ? Sampled.of(newest.get())
        : Sampled.unknown(
            "nodes see a filesystem of "
                + newest.get().total()
                + ", of which it is only a part: how full it is itself they do not see");
  }

  /**
   * Nodes see the filesystem that a volume is a part of, where the driver has not made it one of
   * its own: then the figures are the server's.
   */
  private static boolean believable(VolumeUsage usage, VolumeRecord record) {
    Long given = record.provisioned().capacityBytes();
    double size = Math.max(record.spec().sizeBytes(), given == null ? 0 : given);
    double most = record.provisioned().enforcement() == SizeEnforcement.NONE ? 1.1 : 2;
    return usage.totalIfKnown().filter(total -> total.bytes() > most * size).isEmpty();
  }

  private Set<String> nodes(String claim) {
    Set<String> nodes = new LinkedHashSet<>();
    for (Pod pod : pods.list(null)) {
      String node = pod.getSpec().getNodeName();
      if (node != null
          && nodes.size() < MOST_NODES
          && !Pods.finished(pod)
          && Pods.claims(pod).contains(claim)) {
        nodes.add(node);
      }
    }
    return nodes;
  }
}
