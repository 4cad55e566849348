package dev.mooring.embedded.adopt;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Created;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.ProvisioningState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Claims of a cluster that is only remembered: one that is marked has a record. */
final class RememberedClaims {
  static final long SIZE = 3_000_000_000L;
  private static final String FIRST = "1";

  /** Sizes of the claims that others made, by name. */
  final Map<String, Long> claims = new ConcurrentHashMap<>();

  /** Sizes of PersistentVolumes that no claim has, by name. */
  final Map<String, Long> volumes = new ConcurrentHashMap<>();

  final Map<String, StaticVolumeSpec> connected = new ConcurrentHashMap<>();
  private final Map<String, StaticVolumeSpec> sources = new ConcurrentHashMap<>();

  /** What an account's connection sees of them. */
  Adopting of(StorageBackend backend) {
    return new Adopting() {
      @Override
      public Adoptable look(String claim) {
        Optional<VolumeRecord> record = backend.volumes().get(claim);
        if (record.isPresent()) {
          return Adoptable.ours(record.get());
        }
        Long size = claims.get(claim);
        return size == null ? none("claim") : free(claim, size);
      }

      @Override
      public boolean adopt(VolumeRecord record) {
        return backend.volumes().create(record).created();
      }

      @Override
      public Adoptable lookAtVolume(String persistentVolume, Set<AccessMode> wanted) {
        Optional<VolumeRecord> record = backend.volumes().get(persistentVolume);
        Long size = volumes.get(persistentVolume);
        return record
            .map(Adoptable::ours)
            .orElseGet(
                () -> size == null ? none("persistentVolume") : free(persistentVolume, size));
      }

      private Adoptable free(String claim, long size) {
        return new Adoptable(
            FIRST,
            Instant.EPOCH,
            null,
            size,
            AccessMode.READ_WRITE_ONCE,
            null,
            new Provisioned(
                ProvisioningState.AVAILABLE,
                Instant.EPOCH,
                null,
                false,
                size,
                Provisioned.pending(Instant.EPOCH).enforcement(),
                Map.of("persistentVolumeClaim", claim)),
            List.of());
      }

      private Adoptable none(String field) {
        return Adoptable.refused(
            List.of(Violation.of(field, "there is none").as(ErrorCode.NOT_FOUND)));
      }

      @Override
      public boolean adoptVolume(VolumeRecord record, String persistentVolume) {
        volumes.remove(persistentVolume);
        Created<VolumeRecord> there = backend.volumes().create(record);
        return there.record().spec().id().equals(record.spec().id());
      }

      @Override
      public boolean forget(VolumeRecord record) {
        claims.putIfAbsent(record.key(), record.spec().sizeBytes());
        return backend.volumes().delete(record);
      }

      @Override
      public List<Violation> check(StaticVolumeSpec source, VolumeSpec volume) {
        return source.attributes().isEmpty()
            ? List.of(Violation.of("source.attributes", "are missing"))
            : List.of();
      }

      @Override
      public Created<VolumeRecord> register(VolumeRecord record, StaticVolumeSpec source) {
        sources.put(record.key(), source);
        return backend.volumes().create(record);
      }

      @Override
      public void connect(VolumeRecord record) {
        Optional.ofNullable(sources.get(record.key()))
            .ifPresent(source -> connected.put(record.key(), source));
      }

      @Override
      public void disconnect(VolumeRecord record) {
        connected.remove(record.key());
      }
    };
  }
}
