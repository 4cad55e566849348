package dev.mooring.snapshot;

import dev.mooring.volume.VolumeRef;
import java.util.Objects;

/** What a new volume begins as a copy of: a snapshot, or another volume. An immutable value. */
public sealed interface VolumeSource {
  /**
   * A snapshot.
   *
   * @param id the snapshot's id
   */
  record OfSnapshot(SnapshotId id) implements VolumeSource {
    /** Checks that the id is there. */
    public OfSnapshot {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
      return SNAPSHOT + id;
    }
  }

  /**
   * A volume as it is when the copy begins.
   *
   * @param volume the volume, with its kind
   */
  record OfVolume(VolumeRef volume) implements VolumeSource {
    /**
     * Checks that the kind is there.
     *
     * @throws IllegalArgumentException when the reference names no kind
     */
    public OfVolume {
      if (volume.kindIfGiven().isEmpty()) {
        throw new IllegalArgumentException("a source names its kind: drive:NAME or fs:NAME");
      }
    }

    @Override
    public String toString() {
      return volume.toString().replace('/', ':');
    }
  }

  /** What stands before a snapshot's id. */
  String SNAPSHOT = "snapshot:";

  /** A snapshot. */
  static VolumeSource snapshot(SnapshotId id) {
    return new OfSnapshot(id);
  }

  /**
   * A volume.
   *
   * @throws IllegalArgumentException when the reference names no kind
   */
  static VolumeSource volume(VolumeRef volume) {
    return new OfVolume(volume);
  }

  /**
   * Reads {@code snapshot:ID}, {@code drive:NAME} or {@code fs:NAME}, which {@code toString}
   * writes.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  static VolumeSource parse(String text) {
    if (text.startsWith(SNAPSHOT)) {
      return snapshot(new SnapshotId(text.substring(SNAPSHOT.length())));
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "not a source: snapshot:ID, drive:NAME or fs:NAME is expected");
    }
    return volume(VolumeRef.parse(text.substring(0, colon) + "/" + text.substring(colon + 1)));
  }
}
