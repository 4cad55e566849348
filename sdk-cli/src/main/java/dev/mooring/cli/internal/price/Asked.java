package dev.mooring.cli.internal.price;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume that only has a price.
 *
 * @param kind the kind
 * @param size the size, or null
 * @param region the region, or null for the default
 * @param profile the profile, or null for the default
 */
record Asked(
    VolumeKind kind, @Nullable Capacity size, @Nullable String region, @Nullable String profile)
    implements VolumeRequest {
  @Override
  public String name() {
    return "new";
  }

  @Override
  public Optional<Capacity> requestedSize() {
    return Optional.ofNullable(size);
  }

  @Override
  public Optional<String> requestedRegion() {
    return Optional.ofNullable(region);
  }

  @Override
  public Optional<String> requestedProfile() {
    return Optional.ofNullable(profile);
  }
}
