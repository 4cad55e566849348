package dev.mooring.attachment;

import java.util.Locale;
import java.util.Optional;

/** What a volume can be attached to. */
public enum TargetKind {
  /** One machine or pod: it dies with its pods. */
  INSTANCE,
  /** An inference service: lives as long as its owner object, also when scaled to zero. */
  INFERENCE,
  /** A job: lives as long as its owner object. */
  JOB,
  /** A multi-node cluster: lives as long as its owner object. */
  CLUSTER,
  /** A Kubernetes Deployment: lives as long as the Deployment. */
  DEPLOYMENT,
  /** A Kubernetes StatefulSet: lives as long as the StatefulSet. */
  STATEFULSET;

  /** The kind's word in JSON and on the command line, for example {@code instance}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a workload: then it dies only with its owner object. */
  public boolean workload() {
    return this != INSTANCE;
  }

  /** Whether only a Kubernetes cluster has such targets. */
  public boolean kubernetesObject() {
    return this == DEPLOYMENT || this == STATEFULSET;
  }

  /** The kind with this word, in any case. */
  public static Optional<TargetKind> ofWord(String word) {
    for (TargetKind kind : values()) {
      if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return word();
  }
}
