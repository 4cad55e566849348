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

  /**
   * Bytes in use; empty when nothing can know. Unlike the other values it is not kept in the
   * handle: it asks the backend, as {@link #usage()} does, and is its short form.
   */
  default Optional<Capacity> used() {
    return usage().map(VolumeUsage::used);
  }

  /**
   * How much of it is used, as the backend measured it last; empty when nothing can know: where the
   * backend lacks the capability {@code USAGE}, and on Kubernetes while no pod mounts it, or when
   * this client may not read what nodes measure. {@code describe()} says why. Asks the backend:
   * nothing of it is kept in the handle.
   */
  Optional<VolumeUsage> usage();

  /**
   * Whether its bytes can be reached, from all that the backend shows. Reads it again as {@code
   * refresh()} does, and asks the backend more than other verbs. What this client may not see is
   * told so, not thrown.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  VolumeHealth health();

  /** One word for display. */
  VolumeStatus status();

  /** Why it is in that status; empty when there is nothing to explain. */
  Optional<StatusReason> statusReason();

  /** Since when it is in that status, UTC. */
  Instant since();

  /** How far the backend has come: the fact behind the status. */
  ProvisioningState provisioning();

  /**
   * Whether others made it, and Mooring only keeps it: its data stays when it is deleted. False of
   * what Mooring made.
   */
  boolean adopted();

  /** Whether an administrator suspended it; never in this version, which has no verb for that. */
  boolean suspended();

  /** Since when it is protected from being deleted, UTC; empty when it is not. */
  Optional<Instant> protectedSince();

  /** Whether it is protected from being deleted. */
  default boolean isProtected() {
    return protectedSince().isPresent();
  }

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
