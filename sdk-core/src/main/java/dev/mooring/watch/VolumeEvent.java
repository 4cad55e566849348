package dev.mooring.watch;

import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a volume, compared with what was told of it before: states in between may be left
 * out, the last one never.
 *
 * @param type what became of it
 * @param ref kind and name
 * @param id its id: a volume that is made again under the same name is another one
 * @param volume the volume as it was seen; of one that is gone as it was seen last, or null when
 *     that was before this watch began
 * @param observedAt when this client saw it, UTC, by the backend's clock; it happened then or,
 *     after a gap, before
 * @param token resumes after this event; its text is made when it is asked for
 * @param <V> the type of volume
 */
public record VolumeEvent<V extends Volume>(
    Type type,
    VolumeRef ref,
    VolumeId id,
    @Nullable V volume,
    Instant observedAt,
    ResumeToken token) {
  /** What became of a volume. */
  public enum Type {
    /** It is there, and was not told before. */
    CREATED,
    /** Something that its handle tells is another: status, size, labels, attachments, trash… */
    CHANGED,
    /** It is gone for good. In the trash it is only changed, with the status {@code DELETED}. */
    DELETED
  }

  /** Checks that nothing is missing. */
  public VolumeEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(token, "token");
  }

  /** The volume; empty when it is gone and this watch never saw it. */
  public Optional<V> volumeIfSeen() {
    return Optional.ofNullable(volume);
  }

  /** For example {@code CHANGED drive/workspace}. */
  @Override
  public String toString() {
    return type + " " + ref;
  }
}
