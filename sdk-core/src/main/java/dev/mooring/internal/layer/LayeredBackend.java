package dev.mooring.internal.layer;

import dev.mooring.access.Owner;
import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.region.Probe;
import dev.mooring.spi.Ability;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.Capability;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.Describing;
import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.Naming;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Quotas;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A backend behind layers: so are its stores and abilities. */
final class LayeredBackend implements StorageBackend {
  private final StorageBackend delegate;
  private final Calls calls;
  private final RecordStore<VolumeRecord> volumes;
  private final RecordStore<TargetRecord> targets;

  LayeredBackend(StorageBackend delegate, Layer layer, String region) {
    this.delegate = delegate;
    this.calls = new Calls(layer, region, "backend");
    this.volumes = new LayeredStore<>(delegate.volumes(), calls.of("volumes"));
    this.targets = new LayeredStore<>(delegate.targets(), calls.of("targets"));
  }

  @Override
  public Set<Capability> capabilities() {
    return calls.call("capabilities", "", delegate::capabilities);
  }

  @Override
  public RecordStore<VolumeRecord> volumes() {
    return volumes;
  }

  @Override
  public RecordStore<TargetRecord> targets() {
    return targets;
  }

  @Override
  public <A extends Ability> Optional<A> ability(Class<A> type) {
    Optional<? extends Ability> layered;
    if (type == Provisioning.class) {
      layered =
          delegate
              .ability(Provisioning.class)
              .map(a -> new LayeredProvisioning(a, calls.of("provisioning")));
    } else if (type == Resizing.class) {
      layered =
          delegate.ability(Resizing.class).map(a -> new LayeredResizing(a, calls.of("resizing")));
    } else if (type == Snapshotting.class) {
      layered =
          delegate
              .ability(Snapshotting.class)
              .map(a -> new LayeredSnapshotting(a, calls.of("snapshotting")));
    } else if (type == Sharing.class) {
      layered =
          delegate.ability(Sharing.class).map(a -> new LayeredSharing(a, calls.of("sharing")));
    } else if (type == Naming.class) {
      layered = delegate.ability(Naming.class).map(a -> new LayeredNaming(a, calls));
    } else if (type == Adopting.class) {
      layered =
          delegate.ability(Adopting.class).map(a -> new LayeredAdopting(a, calls.of("adopting")));
    } else if (type == Describing.class) {
      layered =
          delegate
              .ability(Describing.class)
              .map(a -> new LayeredDescribing(a, calls.of("describing")));
    } else if (type == HealthChecking.class) {
      layered =
          delegate
              .ability(HealthChecking.class)
              .map(a -> new LayeredHealthChecking(a, calls.of("health")));
    } else if (type == UsageSampling.class) {
      layered =
          delegate
              .ability(UsageSampling.class)
              .map(a -> new LayeredUsageSampling(a, calls.of("usage")));
    } else if (type == Quotas.class) {
      layered = delegate.ability(Quotas.class).map(a -> new LayeredQuotas(a, calls.of("quotas")));
    } else if (type == Attaching.class) {
      layered =
          delegate
              .ability(Attaching.class)
              .map(a -> new LayeredAttaching(a, calls.of("attaching")));
    } else if (type == InstanceHosting.class) {
      layered =
          delegate
              .ability(InstanceHosting.class)
              .map(a -> new LayeredInstanceHosting(a, calls.of("instances")));
    } else if (type == ClassAdministration.class) {
      layered =
          delegate
              .ability(ClassAdministration.class)
              .map(a -> new LayeredClasses(a, calls.of("classes")));
    } else if (type == Auditing.class) {
      layered =
          delegate.ability(Auditing.class).map(a -> new LayeredAuditing(a, calls.of("auditing")));
    } else {
      throw new InternalException(
          Problem.tried("use")
              .on("the ability " + type.getName())
              .in(calls.region())
              .because("no layer knows it"));
    }
    return layered.map(type::cast);
  }

  /** Behind the same layers, so that all owners share one retry budget. */
  @Override
  public StorageBackend as(Owner owner) {
    StorageBackend theirs = delegate.as(owner);
    return theirs == delegate ? this : new LayeredBackend(theirs, calls.layer(), calls.region());
  }

  @Override
  public Instant now() {
    return calls.call("now", "", delegate::now);
  }

  @Override
  public List<Probe> probe() {
    return calls.call("probe", "", delegate::probe);
  }

  @Override
  public void tidy() {
    calls.run("tidy", "", delegate::tidy);
  }

  @Override
  public void close() {
    calls.run("close", "", delegate::close);
  }
}
