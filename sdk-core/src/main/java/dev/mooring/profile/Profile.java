package dev.mooring.profile;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's offering: backend, storage class, lane, access mode and limits under one name.
 * Immutable; each {@code with…} method returns a changed copy.
 *
 * @param name its name
 * @param kind the kind of volumes made from it
 * @param lane the workload shape it is tuned for, for example {@code fast-rwo}; an open set
 * @param storageClass the Kubernetes storage class, or null for the cluster's default
 * @param accessMode the access mode, or null for the driver's best
 * @param minSize the smallest size; 1 GB unless set
 * @param maxSize the largest size, or null for none
 * @param mountPath the default mount path of its volumes, or null
 * @param isDefault whether requests of the kind that name no profile use it
 * @param trash how long deleted volumes can be restored; zero for not at all
 * @param bestFor what it is best for, in words
 * @param nodeSelector node labels that limit it to nodes
 * @param adminContact whom to ask, or null
 */
public record Profile(
    String name,
    VolumeKind kind,
    String lane,
    @Nullable String storageClass,
    @Nullable AccessMode accessMode,
    Capacity minSize,
    @Nullable Capacity maxSize,
    @Nullable MountPath mountPath,
    boolean isDefault,
    Duration trash,
    List<String> bestFor,
    Map<String, String> nodeSelector,
    @Nullable String adminContact) {
  /** Checks and copies. */
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(minSize, "minSize");
    Objects.requireNonNull(trash, "trash");
    bestFor = List.copyOf(bestFor);
    nodeSelector = Map.copyOf(nodeSelector);
  }

  /** A profile with nothing but its name, kind and lane. */
  public static Profile of(String name, VolumeKind kind, String lane) {
    return new Profile(
        name,
        kind,
        lane,
        null,
        null,
        Capacity.gb(1),
        null,
        null,
        false,
        Duration.ZERO,
        List.of(),
        Map.of(),
        null);
  }

  /** The same, of a Kubernetes storage class. */
  public Profile withStorageClass(@Nullable String className) {
    return new Profile(
        name,
        kind,
        lane,
        className,
        accessMode,
        minSize,
        maxSize,
        mountPath,
        isDefault,
        trash,
        bestFor,
        nodeSelector,
        adminContact);
  }

  /** The same, with an access mode. */
  public Profile withAccessMode(@Nullable AccessMode mode) {
    return new Profile(
        name,
        kind,
        lane,
        storageClass,
        mode,
        minSize,
        maxSize,
        mountPath,
        isDefault,
        trash,
        bestFor,
        nodeSelector,
        adminContact);
  }

  /** The same, with limits of the size. */
  public Profile withSizes(Capacity smallest, @Nullable Capacity largest) {
    return new Profile(
        name,
        kind,
        lane,
        storageClass,
        accessMode,
        smallest,
        largest,
        mountPath,
        isDefault,
        trash,
        bestFor,
        nodeSelector,
        adminContact);
  }

  /** The same, with a default mount path. */
  public Profile withMountPath(@Nullable MountPath path) {
    return new Profile(
        name,
        kind,
        lane,
        storageClass,
        accessMode,
        minSize,
        maxSize,
        path,
        isDefault,
        trash,
        bestFor,
        nodeSelector,
        adminContact);
  }

  /** The same, as the default of its kind. */
  public Profile asDefault() {
    return new Profile(
        name,
        kind,
        lane,
        storageClass,
        accessMode,
        minSize,
        maxSize,
        mountPath,
        true,
        trash,
        bestFor,
        nodeSelector,
        adminContact);
  }

  /** The same, with a trash. */
  public Profile withTrash(Duration restorableFor) {
    return new Profile(
        name,
        kind,
        lane,
        storageClass,
        accessMode,
        minSize,
        maxSize,
        mountPath,
        isDefault,
        restorableFor,
        bestFor,
        nodeSelector,
        adminContact);
  }

  /** The Kubernetes storage class; empty for the cluster's default. */
  public Optional<String> storageClassIfSet() {
    return Optional.ofNullable(storageClass);
  }
}
