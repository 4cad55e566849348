package dev.mooring.volume;

import java.util.Optional;

/** What a request to create a volume has in common, whatever the kind: enough to price it. */
public interface VolumeRequest {
  /** The kind asked for. */
  VolumeKind kind();

  /** The name asked for. */
  String name();

  /** The size asked for; empty where the kind has none. */
  Optional<Capacity> requestedSize();

  /** The region asked for; empty for the default. */
  Optional<String> requestedRegion();

  /** The profile asked for; empty for the region's default of the kind. */
  Optional<String> requestedProfile();
}
