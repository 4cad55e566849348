package dev.mooring.spi;

import dev.mooring.error.Violation;
import dev.mooring.volume.AccessMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a backend sees of a claim that somebody wants to adopt, or of a PersistentVolume without
 * one.
 *
 * @param version its version, as a record has one; empty when it cannot be adopted
 * @param createdAt when it was created; epoch when there is none
 * @param record the record that it is already, when it is a volume of this account; else null
 * @param sizeBytes the size that it asks for
 * @param accessMode its access mode, or null when it says none that is known
 * @param storageClass its storage class, or null when it has none
 * @param provisioned how far the backend is with it
 * @param violations why it cannot be adopted, whatever it is to be called
 */
public record Adoptable(
    String version,
    Instant createdAt,
    @Nullable VolumeRecord record,
    long sizeBytes,
    @Nullable AccessMode accessMode,
    @Nullable String storageClass,
    Provisioned provisioned,
    List<Violation> violations) {
  /** Copies and checks. */
  public Adoptable {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(provisioned, "provisioned");
    violations = List.copyOf(violations);
  }

  /** One that cannot be adopted. */
  public static Adoptable refused(List<Violation> violations) {
    return new Adoptable(
        "", Instant.EPOCH, null, 0, null, null, Provisioned.pending(Instant.EPOCH), violations);
  }

  /** One that is a volume of this account already. */
  public static Adoptable ours(VolumeRecord record) {
    return new Adoptable(
        record.version(),
        record.createdAt(),
        record,
        record.spec().sizeBytes(),
        record.spec().accessMode(),
        record.spec().storageClass(),
        record.provisioned(),
        List.of());
  }
}
