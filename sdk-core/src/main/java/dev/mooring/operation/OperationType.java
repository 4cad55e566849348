package dev.mooring.operation;

import java.util.Locale;

/** What an operation does. */
public enum OperationType {
  /** Creates a volume. */
  CREATE,
  /** Deletes a volume. */
  DELETE,
  /** Attaches volumes to a target. */
  ATTACH,
  /** Detaches volumes from a target. */
  DETACH,
  /** Grows a volume. */
  RESIZE,
  /** Takes a snapshot. */
  SNAPSHOT;

  /** The word in ids and JSON, for example {@code create}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
