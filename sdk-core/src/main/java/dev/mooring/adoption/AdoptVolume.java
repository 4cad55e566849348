package dev.mooring.adoption;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to register a volume that is there already. What it is made of is one of a claim that
 * others made, a PersistentVolume that has no claim yet, and data that a driver finds by its
 * parameters. Immutable: each method with a parameter returns a changed copy. Its rules are checked
 * when it is adopted, all at once.
 *
 * @param name the volume's name in the account, as for a volume that is created
 * @param claim the name of a claim in the account's own namespace, or null
 * @param persistentVolume the name of a PersistentVolume that others made and no claim has, or null
 * @param source where the data is, or null
 * @param size the size that counts and is billed, for a {@code source}; the others have their own
 * @param region the region, or null for the default region
 * @param profile the profile that it counts as, or null for the one with the claim's storage class,
 *     else the region's default profile of the kind
 * @param description words for people, or null
 * @param labels labels to be found by
 * @param mountPath where it is mounted unless the attachment says otherwise; null for the profile's
 *     path
 */
public record AdoptVolume(
    String name,
    @Nullable String claim,
    @Nullable String persistentVolume,
    @Nullable StaticVolumeSpec source,
    @Nullable Capacity size,
    @Nullable String region,
    @Nullable String profile,
    @Nullable String description,
    Labels labels,
    @Nullable String mountPath) {
  /** Checks that the name is there; its form is checked with everything else. */
  public AdoptVolume {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(labels, "labels");
  }

  /** Begins a request; a claim, a PersistentVolume or a source is still to be given. */
  public static AdoptVolume named(String name) {
    return new AdoptVolume(name, null, null, null, null, null, null, null, Labels.none(), null);
  }

  /** A claim that others made, in the account's own namespace. */
  public AdoptVolume claim(@Nullable String existing) {
    return new AdoptVolume(
        name,
        existing,
        persistentVolume,
        source,
        size,
        region,
        profile,
        description,
        labels,
        mountPath);
  }

  /**
   * A PersistentVolume that others made and no claim has. A claim of its name is made for it, so
   * its name must be a DNS label of at most 63 characters; that claim stays when the volume is
   * deleted.
   */
  public AdoptVolume persistentVolume(@Nullable String existing) {
    return new AdoptVolume(
        name, claim, existing, source, size, region, profile, description, labels, mountPath);
  }

  /** Data that a driver finds by its parameters; it needs a {@link #size} as well. */
  public AdoptVolume source(StaticVolume existing) {
    return new AdoptVolume(
        name,
        claim,
        persistentVolume,
        existing.spec(),
        size,
        region,
        profile,
        description,
        labels,
        mountPath);
  }

  /** The size that counts and is billed; only for a {@link #source}. */
  public AdoptVolume size(@Nullable Capacity newSize) {
    return new AdoptVolume(
        name,
        claim,
        persistentVolume,
        source,
        newSize,
        region,
        profile,
        description,
        labels,
        mountPath);
  }

  /** The region; null for the default region. */
  public AdoptVolume region(@Nullable String newRegion) {
    return new AdoptVolume(
        name,
        claim,
        persistentVolume,
        source,
        size,
        newRegion,
        profile,
        description,
        labels,
        mountPath);
  }

  /** The profile that it counts as; null to choose it by the claim's storage class. */
  public AdoptVolume profile(@Nullable String newProfile) {
    return new AdoptVolume(
        name,
        claim,
        persistentVolume,
        source,
        size,
        region,
        newProfile,
        description,
        labels,
        mountPath);
  }

  /** Words for people. */
  public AdoptVolume description(@Nullable String words) {
    return new AdoptVolume(
        name, claim, persistentVolume, source, size, region, profile, words, labels, mountPath);
  }

  /** One more label, which replaces one of the same key. */
  public AdoptVolume label(String key, String value) {
    return labels(labels.with(key, value));
  }

  /** All labels, in place of those before. */
  public AdoptVolume labels(Labels newLabels) {
    return new AdoptVolume(
        name,
        claim,
        persistentVolume,
        source,
        size,
        region,
        profile,
        description,
        newLabels,
        mountPath);
  }

  /** Where it is mounted unless the attachment says otherwise; null for the profile's path. */
  public AdoptVolume mountPath(@Nullable String path) {
    return new AdoptVolume(
        name, claim, persistentVolume, source, size, region, profile, description, labels, path);
  }
}
