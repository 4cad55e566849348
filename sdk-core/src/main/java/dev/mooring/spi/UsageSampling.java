package dev.mooring.spi;

import dev.mooring.volume.VolumeUsage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of volumes is used. A backend that lacks it cannot know. Changes nothing, so
 * that it may be repeated. Thread-safe.
 */
public interface UsageSampling extends Ability {
  /**
   * What was measured.
   *
   * @param usage the newest sample, or null when nobody can know
   * @param words why nobody can know, for people; empty with a sample; holds no secrets
   */
  record Sampled(@Nullable VolumeUsage usage, String words) {
    /** Checks that nothing is missing. */
    public Sampled {
      Objects.requireNonNull(words, "words");
    }

    /** A sample. */
    public static Sampled of(VolumeUsage usage) {
      return new Sampled(usage, "");
    }

    /** None, and why. */
    public static Sampled unknown(String words) {
      return new Sampled(null, words);
    }
  }

  /**
   * How much of a volume is used. That nobody measures it, or that this client may not know, is
   * told in words, not thrown. Bounded in time, however much is in it.
   */
  Sampled sample(VolumeRecord record);
}
