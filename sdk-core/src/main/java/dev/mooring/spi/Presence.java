package dev.mooring.spi;

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
 */
public record Presence(boolean exists, @Nullable String ownerUid, String detail) {
  /** Checks the words. */
  public Presence {
    Objects.requireNonNull(detail, "detail");
  }
}
