package dev.mooring.spi;

import dev.mooring.profile.Profile;
import java.util.List;
import java.util.Map;

/**
 * A configured backend of a region, not connected yet: an immutable value with {@code equals}, so
 * that a configuration file and the builder can be seen to say the same.
 */
public interface Backend {
  /** The id, which is also the name of its section in the configuration: {@code kubernetes}, … */
  String id();

  /**
   * Connects. Must not fail when the backend is down: the first call does, truthfully.
   *
   * @throws dev.mooring.error.InvalidRequestException when the settings cannot work
   */
  StorageBackend connect(BackendContext context);

  /** The profiles of a region that configures none. */
  List<Profile> standardProfiles();

  /** The settings in force, for people, without secrets. */
  Map<String, String> describe();
}
