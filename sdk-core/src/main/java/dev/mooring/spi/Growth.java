package dev.mooring.spi;

import java.util.Objects;

/**
 * How far a backend is with a growth that it has not ended.
 *
 * @param phase what it does now
 * @param toBytes the capacity that it grows to, which may be another than is asked for now: what
 *     was taken back may be under way still
 * @param mounted whether the filesystem can grow while somebody mounts it
 */
public record Growth(Phase phase, long toBytes, boolean mounted) {
  /** What a growing backend does, in this order. */
  public enum Phase {
    /** The bytes are made room for. */
    BACKEND_GROWING,
    /** There is room; the filesystem waits for a node that mounts it. */
    BACKEND_GROWN,
    /** A node grows the filesystem. */
    FILESYSTEM_GROWING
  }

  /** Checks that nothing is missing. */
  public Growth {
    Objects.requireNonNull(phase, "phase");
  }

  /** Whether the backend has made room for so much, so that nothing leads back. */
  public boolean madeRoomFor(long bytes) {
    return phase != Phase.BACKEND_GROWING && toBytes >= bytes;
  }
}
