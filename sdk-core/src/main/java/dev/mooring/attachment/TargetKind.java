package dev.mooring.attachment;

import java.util.Locale;
import java.util.Optional;

/**
 * What a volume can be attached to. On Kubernetes a workload is the object of the same name in the
 * account's namespace; on embedded every target lives while its instance's folder exists.
 */
public enum TargetKind {
  /** One machine or pod: it dies with its pods. */
  INSTANCE,
  /** An inference service: lives as long as its Deployment, also when scaled to zero. */
  INFERENCE,
  /** A job: lives as long as its Job. */
  JOB,
  /** A multi-node cluster: lives as long as its StatefulSet. */
  CLUSTER,
  /** A Kubernetes Deployment: lives as long as the Deployment. */
  DEPLOYMENT,
  /** A Kubernetes StatefulSet: lives as long as the StatefulSet. */
  STATEFULSET;

  /** The kind's word in JSON and on the command line, for example {@code instance}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it is a workload: then, once seen, it dies only with its object. One that was never
   * seen keeps its claims for the launch grace, as an instance does.
   */
  public boolean workload() {
    return this != INSTANCE;
  }

  /** Whether only a Kubernetes cluster has such targets. */
  public boolean kubernetesObject() {
    return this == DEPLOYMENT || this == STATEFULSET;
  }

  /** The kind with this word, in any case; empty when none has it. */
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
