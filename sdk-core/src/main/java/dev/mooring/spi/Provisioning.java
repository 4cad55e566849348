package dev.mooring.spi;

import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Profile;
import dev.mooring.volume.AccessMode;
import java.util.Optional;

/** Makes volumes and takes them away. Every method may be repeated. Thread-safe. */
public interface Provisioning extends Ability {
  /**
   * What the backend says about a volume that does not exist yet; changes nothing. What stands
   * against it is a violation of the answer, not an exception.
   */
  Feasibility check(Profile profile, VolumeSpec spec);

  /**
   * Does the next missing step of making a volume, and returns the record with that step noted;
   * core commits it by compare-and-swap and calls again until the answer is empty. Two processes
   * may do the same step of the same record at once, and must end in the same state.
   *
   * @return the record to commit; empty when nothing is left to do here, because it is ready or
   *     because the backend goes on by itself
   */
  Optional<VolumeRecord> advance(VolumeRecord record);

  /**
   * Takes away the bytes of a volume whose record says that it is being deleted, before the record
   * is deleted. Does nothing when they are gone, or when the backend removes them with the record.
   */
  void destroy(VolumeRecord record);

  /**
   * What is left of a volume's bytes now: of one whose record is there, what will become of them
   * when it is deleted; of one whose record is gone, whether they are gone too. Changes nothing,
   * but for what {@link #advance} made anew of a volume whose record was gone by then: where nobody
   * else would, a backend takes that away here, for whoever made it may have died.
   */
  Remains remains(VolumeRecord record);

  /**
   * Whether a profile can be had now, as far as the backend is concerned; changes nothing. Quotas
   * and who may create are core's.
   */
  Availability availability(Profile profile);

  /** What volumes of a profile can do; changes nothing. */
  Features features(Profile profile);

  /**
   * The access mode that volumes of a profile get; empty when the backend has none or cannot know.
   */
  Optional<AccessMode> accessMode(Profile profile);
}
