package dev.mooring.spi;

import dev.mooring.volume.StatusReason;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target is there now.
 *
 * @param exists for an instance: whether a pod of its present life is there that has not finished,
 *     or its folder; for a workload: whether its object is there, with the uid that was first seen
 *     when one was
 * @param ownerUid uid of the workload's object, or null
 * @param detail in words, for messages, for example {@code pod trainer-0 is Running}
 * @param troubles why volumes cannot be mounted in it, by the key of the volume's record; empty
 *     where nothing is known. A help for people: it decides nothing
 */
public record Presence(
    boolean exists, @Nullable String ownerUid, String detail, Map<String, StatusReason> troubles) {
  /** Copies, and checks the words. */
  public Presence {
    Objects.requireNonNull(detail, "detail");
    troubles = Map.copyOf(troubles);
  }

  /** A target whose volumes are not known to be in trouble. */
  public Presence(boolean exists, @Nullable String ownerUid, String detail) {
    this(exists, ownerUid, detail, Map.of());
  }

  /** The same with why volumes cannot be mounted. */
  public Presence withTroubles(Map<String, StatusReason> reasons) {
    return new Presence(exists, ownerUid, detail, reasons);
  }
}
