package dev.mooring.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.access.Owner;
import dev.mooring.attachment.Target;
import dev.mooring.embedded.Embedded;
import dev.mooring.operation.OperationState;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Claim;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A root folder with a connection, used as core would use it. */
final class TestRoot implements AutoCloseable {
  final Path path;
  final FakeClock clock = FakeClock.at(SampleRecords.START);
  final StorageBackend backend;

  TestRoot(Path path) {
    this(path, null);
  }

  TestRoot(Path path, @Nullable Capacity quota) {
    this.path = path;
    this.backend = connect(quota);
  }

  /** One more connection, as another process would have. */
  StorageBackend connect(@Nullable Capacity quota) {
    return Embedded.at(path)
        .connect(
            new BackendContext(
                SampleRecords.REGION,
                SampleRecords.ACCOUNT,
                Owner.user("ana"),
                StandardProfiles.ALL,
                quota,
                Duration.ofSeconds(30),
                clock));
  }

  RecordStore<VolumeRecord> volumes() {
    return backend.volumes();
  }

  Provisioning provisioning() {
    return backend.ability(Provisioning.class).orElseThrow();
  }

  Attaching attaching() {
    return backend.ability(Attaching.class).orElseThrow();
  }

  InstanceHosting instances() {
    return backend.ability(InstanceHosting.class).orElseThrow();
  }

  Path folder(VolumeRecord drive) {
    return path.resolve("volumes").resolve(drive.spec().id().value());
  }

  Path data(VolumeRecord drive) {
    return folder(drive).resolve("data");
  }

  Path instance(String name) {
    return path.resolve("instances")
        .resolve(SampleRecords.ACCOUNT)
        .resolve(SampleRecords.REGION)
        .resolve(name);
  }

  /** A drive that is available. */
  VolumeRecord drive(String name) {
    VolumeRecord record = volumes().create(SampleRecords.drive(name)).record();
    for (Optional<VolumeRecord> next = step(record); next.isPresent(); next = step(record)) {
      record = next.get();
    }
    assertThat(record.provisioned().state()).isEqualTo(ProvisioningState.AVAILABLE);
    return volumes()
        .swap(
            record.withOperation(
                record.operations().get(0).ended(OperationState.SUCCEEDED, clock.instant(), "")))
        .orElseThrow();
  }

  /** One step, committed; empty when nothing is left to do. */
  Optional<VolumeRecord> step(VolumeRecord record) {
    return provisioning().advance(record).map(next -> volumes().swap(next).orElseThrow());
  }

  /** Notes a deletion and does it. */
  void delete(VolumeRecord record) {
    VolumeRecord doomed = deleting(record);
    provisioning().destroy(doomed);
    assertThat(volumes().delete(doomed)).isTrue();
  }

  VolumeRecord deleting(VolumeRecord record) {
    VolumeRecord now = volumes().get(record.key()).orElseThrow();
    return volumes()
        .swap(
            now.withProvisioned(now.provisioned().to(ProvisioningState.DELETING, clock.instant())))
        .orElseThrow();
  }

  /** A target's record with claims of its drives, mounted at their names. */
  TargetRecord attach(String name, VolumeRecord... drives) {
    return attach(Target.instance(name), "token-" + name, drives);
  }

  TargetRecord attach(Target target, String token, VolumeRecord... drives) {
    List<TargetMount> mounts = new ArrayList<>();
    TargetRecord draft = SampleRecords.target(target, token);
    for (VolumeRecord drive : drives) {
      TargetMount mount = SampleRecords.mount(drive, "/" + drive.spec().name());
      mounts.add(mount);
      claim(drive, draft, mount);
    }
    return draft.withMounts(mounts);
  }

  private void claim(VolumeRecord drive, TargetRecord target, TargetMount mount) {
    VolumeRecord now = volumes().get(drive.key()).orElseThrow();
    Claim claim =
        new Claim(target.key(), target.target().toString(), target.token(), mount.since());
    assertThat(volumes().swap(now.withClaim(claim))).isPresent();
  }

  /** Launches an instance with drives at their names; returns its root folder. */
  Path launch(String name, VolumeRecord... drives) {
    instances().launch(attach(name, drives), Map.of());
    return instance(name).resolve("root");
  }

  @Override
  public void close() {
    backend.close();
  }
}
