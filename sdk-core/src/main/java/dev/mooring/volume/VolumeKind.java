package dev.mooring.volume;

import java.util.Locale;
import java.util.Optional;

/** The kinds of volumes. The backends of this version make drives and filesystems. */
public enum VolumeKind {
  /** A cloud drive: block storage with a filesystem, one writer. */
  DRIVE("drive"),
  /** A shared filesystem: many writers. */
  FILESYSTEM("fs"),
  /** An object volume: a bucket, billed on use. */
  OBJECT("object");

  private final String word;

  VolumeKind(String word) {
    this.word = word;
  }

  /**
   * The kind's word on the command line and in JSON: {@code drive}, {@code fs} or {@code object}.
   */
  public String word() {
    return word;
  }

  /** The kind with this word, in any case; empty when none has it. */
  public static Optional<VolumeKind> ofWord(String word) {
    for (VolumeKind kind : values()) {
      if (kind.word.equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return word;
  }
}
