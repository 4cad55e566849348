package dev.mooring.spi;

import dev.mooring.access.Owner;
import dev.mooring.region.Probe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connected backend: one account in one region. A record store for volumes and one for targets,
 * and abilities. Thread-safe.
 */
public interface StorageBackend extends AutoCloseable {
  /** What it can do: always the same answer, without a request. */
  Set<Capability> capabilities();

  /** The records of volumes. */
  RecordStore<VolumeRecord> volumes();

  /** The records of targets. */
  RecordStore<TargetRecord> targets();

  /**
   * An ability; empty when the backend lacks it. Core asks for {@link Provisioning}, {@link
   * Resizing}, {@link Snapshotting}, {@link Sharing}, {@link Adopting}, {@link Naming}, {@link
   * Describing}, {@link HealthChecking}, {@link UsageSampling}, {@link Quotas}, {@link Attaching},
   * {@link InstanceHosting}, {@link ClassAdministration} and {@link Auditing}.
   */
  <A extends Ability> Optional<A> ability(Class<A> type);

  /** The backend's clock: the API server's on a cluster, this machine's on embedded. */
  Instant now();

  /**
   * The same backend for another owner of the account: itself, unless owners live apart (in
   * namespaces of their own, say); owners of the very same backend share its watches too. Closing
   * another one does nothing that its first owner would notice.
   */
  StorageBackend as(Owner owner);

  /** Checks the connection and the rights; changes nothing. Failures are lines, not exceptions. */
  List<Probe> probe();

  /**
   * Takes away what programs that died in the middle of a step left, and no record knows: recovery
   * asks for it. Does nothing where the backend's own controllers do. May be repeated.
   */
  void tidy();

  /** Ends its threads and connections. May be repeated. */
  @Override
  void close();
}
