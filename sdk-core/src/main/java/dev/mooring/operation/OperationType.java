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
  SNAPSHOT,
  /** Shares a filesystem into another namespace. */
  SHARE,
  /** Takes a share away. */
  UNSHARE,
  /** Brings a volume back from the trash. */
  RESTORE,
  /** Registers a volume that is there already. */
  ADOPT;

  /** The word in ids and JSON, for example {@code create}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
