package dev.mooring.attachment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What volumes are attached to. The platform makes it; the SDK claims volumes for it and checks. It
 * is known by account, region, kind and name; it need not exist yet when volumes are attached.
 * Immutable.
 *
 * @param kind what it is
 * @param name its name, a DNS label of at most 63 characters; checked when a plan is made
 * @param region the region it runs in, or null for that of its volumes, else the default region
 * @param namespace where it runs within the region, or null for the account's own; on Kubernetes it
 *     must be the namespace of the volumes, for a pod mounts only claims of its own namespace
 */
public record Target(
    TargetKind kind, String name, @Nullable String region, @Nullable String namespace) {
  /** Checks that kind and name are there. */
  public Target {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /** A target of any kind, in no region yet. */
  public static Target of(TargetKind kind, String name) {
    return new Target(kind, name, null, null);
  }

  /** An instance. */
  public static Target instance(String name) {
    return of(TargetKind.INSTANCE, name);
  }

  /** A job: see {@link TargetKind#JOB}. */
  public static Target job(String name) {
    return of(TargetKind.JOB, name);
  }

  /** An inference service: see {@link TargetKind#INFERENCE}. */
  public static Target inference(String name) {
    return of(TargetKind.INFERENCE, name);
  }

  /** A multi-node cluster: see {@link TargetKind#CLUSTER}. */
  public static Target cluster(String name) {
    return of(TargetKind.CLUSTER, name);
  }

  /** A Kubernetes Deployment. */
  public static Target deployment(String name) {
    return of(TargetKind.DEPLOYMENT, name);
  }

  /** A Kubernetes StatefulSet. */
  public static Target statefulSet(String name) {
    return of(TargetKind.STATEFULSET, name);
  }

  /** The same target, in a region; null for that of its volumes. */
  public Target region(@Nullable String newRegion) {
    return new Target(kind, name, newRegion, namespace);
  }

  /** The same target, in a namespace; null for the account's own. */
  public Target namespace(@Nullable String newNamespace) {
    return new Target(kind, name, region, newNamespace);
  }

  /** The region, when given. */
  public Optional<String> regionIfGiven() {
    return Optional.ofNullable(region);
  }

  /** Kind and name, for example {@code instance/trainer-0}. */
  @Override
  public String toString() {
    return kind.word() + "/" + name;
  }
}
