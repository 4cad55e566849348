package dev.mooring.sized;

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
  /** The size; null until it is given, which is needed. */
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
