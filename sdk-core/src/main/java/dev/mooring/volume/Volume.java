package dev.mooring.volume;

import dev.mooring.access.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What every volume tells, as it was when this handle was read: values never change; {@code
 * refresh()} of the kind's own type reads again. Thread-safe.
 */
public interface Volume {
  /** The id, for ever this volume's own. */
  VolumeId id();

  /** The kind. */
  VolumeKind kind();

  /** The name, unique in the account for its kind. */
  String name();

  /** Kind and name, for example {@code drive/workspace}. */
  default VolumeRef ref() {
    return new VolumeRef(kind(), name());
  }

  /** The account it belongs to. */
  String account();

  /** Its owner in the account: who acted when it was created. */
  Owner owner();

  /** The region it lives in. */
  String region();

  /** The name of the profile it was made from. */
  String profile();

  /** The size asked for, which is billed; empty where the kind has none. */
  Optional<Capacity> requestedSize();

  /** What the backend gave, which may be more than asked; empty until it is known. */
  Optional<Capacity> capacity();

  /**
   * What happens when more is written than the size; {@code NONE} until the backend has made it.
   */
  SizeEnforcement enforcement();

  /** Bytes in use; empty when nothing can know. No backend of this version measures it. */
  Optional<Capacity> used();

  /** One word for display. */
  VolumeStatus status();

  /** Why it is in that status; empty when there is nothing to explain. */
  Optional<StatusReason> statusReason();

  /** Since when it is in that status, UTC. */
  Instant since();

  /** How far the backend has come: the fact behind the status. */
  ProvisioningState provisioning();

  /** Whether an administrator suspended it; never in this version, which has no verb for that. */
  boolean suspended();

  /** The description given at creation. */
  Optional<String> description();

  /** Where it is mounted unless the attachment says otherwise; empty when there is no default. */
  Optional<MountPath> defaultMountPath();

  /** The labels given at creation. */
  Labels labels();

  /** When it was created, UTC, by the backend's clock. */
  Instant createdAt();

  /**
   * Where the backend keeps it, in the backend's own terms, for people. On Kubernetes {@code
   * persistentVolumeClaim} and {@code namespace}, and where known {@code storageClass}, {@code
   * persistentVolume}, {@code driver} and {@code accessMode}; on embedded {@code path} and {@code
   * root}, once it is made. Unmodifiable.
   */
  Map<String, String> backendDetails();
}
