package dev.mooring.sized;

import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a volume that has a size: a drive or a filesystem. Immutable: each method
 * with a parameter returns a changed copy. Its rules are checked when it is planned or created, all
 * at once.
 *
 * @param <C> its own type
 */
public interface CreateSizedVolume<C extends CreateSizedVolume<C>> extends VolumeRequest {
  /** The size; null until it is given, which is needed unless there is a source. */
  @Nullable Capacity size();

  /** The region, or null for the default region. */
  @Nullable String region();

  /** The profile, or null for the region's default profile of the kind, else its only one. */
  @Nullable String profile();

  /** Words for people, or null. */
  @Nullable String description();

  /** Labels to be found by. */
  Labels labels();

  /** Where it is mounted unless the attachment says otherwise; null for the profile's path. */
  @Nullable String mountPath();

  /** What it begins as a copy of, or null to begin empty. */
  @Nullable VolumeSource source();

  /**
   * What it begins as a copy of; null to begin empty. Size, region and profile are the source's
   * unless they are given: a size at least the source's, the source's region, a profile of the same
   * kind and the same backend.
   */
  C from(@Nullable VolumeSource newSource);

  /** A copy of what a snapshot holds. */
  default C from(Snapshot snapshot) {
    return from(snapshot.source());
  }

  /** A copy of a volume of the same kind, as it is when the copy begins. */
  default C from(SizedVolume<?> volume) {
    return from(VolumeSource.volume(volume.ref()));
  }

  /** The size: at least 1 GB. It is what is billed. */
  C size(Capacity newSize);

  /** The region; null for the default region. */
  C region(@Nullable String newRegion);

  /** The profile; null for the region's default profile of the kind. */
  C profile(@Nullable String newProfile);

  /** Words for people. Not compared when a volume of the name exists. */
  C description(@Nullable String words);

  /**
   * One more label, which replaces one of the same key. Not compared when a volume of the name
   * exists.
   */
  C label(String key, String value);

  /** All labels, in place of those before. Not compared when a volume of the name exists. */
  C labels(Labels newLabels);

  /** Where it is mounted unless the attachment says otherwise; null for the profile's path. */
  C mountPath(@Nullable String path);

  @Override
  default Optional<Capacity> requestedSize() {
    return Optional.ofNullable(size());
  }

  @Override
  default Optional<String> requestedRegion() {
    return Optional.ofNullable(region());
  }

  @Override
  default Optional<String> requestedProfile() {
    return Optional.ofNullable(profile());
  }
}
