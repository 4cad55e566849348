package dev.mooring.spi;

import dev.mooring.access.Owner;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: the part of a volume's record that its user chose.
 *
 * @param id the volume's id, drawn by the client that creates it
 * @param account the account
 * @param kind the kind
 * @param name the name
 * @param owner the owner
 * @param region the region
 * @param profile the profile's name
 * @param sizeBytes the size asked for; 0 where the kind has none
 * @param accessMode the access mode, or null when the backend has none
 * @param storageClass the storage class, or null for the cluster's default
 * @param description words for people, or null
 * @param mountPath the default mount path, or null
 * @param labels the labels
 * @param source what it was made from, or null when it began empty
 */
public record VolumeSpec(
    VolumeId id,
    String account,
    VolumeKind kind,
    String name,
    Owner owner,
    String region,
    String profile,
    long sizeBytes,
    @Nullable AccessMode accessMode,
    @Nullable String storageClass,
    @Nullable String description,
    @Nullable MountPath mountPath,
    Labels labels,
    @Nullable SourceSpec source) {
  /** Checks that nothing is missing. */
  public VolumeSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(labels, "labels");
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is " + sizeBytes);
    }
  }

  /** A specification of a volume that begins empty. */
  public VolumeSpec(
      VolumeId id,
      String account,
      VolumeKind kind,
      String name,
      Owner owner,
      String region,
      String profile,
      long sizeBytes,
      @Nullable AccessMode accessMode,
      @Nullable String storageClass,
      @Nullable String description,
      @Nullable MountPath mountPath,
      Labels labels) {
    this(
        id,
        account,
        kind,
        name,
        owner,
        region,
        profile,
        sizeBytes,
        accessMode,
        storageClass,
        description,
        mountPath,
        labels,
        null);
  }

  /** What it was made from; empty when it began empty. */
  public Optional<SourceSpec> madeFrom() {
    return Optional.ofNullable(source);
  }

  /** The volume's kind and name. */
  public VolumeRef ref() {
    return new VolumeRef(kind, name);
  }

  /** The same with another size. */
  public VolumeSpec withSize(long newBytes) {
    return new VolumeSpec(
        id,
        account,
        kind,
        name,
        owner,
        region,
        profile,
        newBytes,
        accessMode,
        storageClass,
        description,
        mountPath,
        labels,
        source);
  }

  /** The same, with what the backend decided. */
  public VolumeSpec resolved(@Nullable AccessMode mode, @Nullable String className) {
    return new VolumeSpec(
        id,
        account,
        kind,
        name,
        owner,
        region,
        profile,
        sizeBytes,
        mode,
        className,
        description,
        mountPath,
        labels,
        source);
  }
}
