package dev.mooring.admin;

import java.util.Locale;

/** What is wrong with a thing that an audit found. The set grows. */
public enum AuditKind {
  /** Bytes are kept, and no record knows of them. */
  DATA_WITHOUT_RECORD,
  /** A record is there, and the bytes that it stands for are not. */
  RECORD_WITHOUT_DATA,
  /** Something carries a part of what marks a record, and cannot be read as one. */
  UNREADABLE_RECORD,
  /** Something that others made lies where only the account's own volumes are expected. */
  FOREIGN,
  /** A target's record names volumes that are gone. */
  MISSING_VOLUME,
  /** A volume is held for a target that has no record. */
  MISSING_TARGET,
  /** An operation was begun, and nobody has gone on with it for long. */
  STALE_OPERATION,
  /** What was made for a share is there, and no volume lists the share. */
  UNLISTED_SHARE,
  /** A volume lists a share, and nothing is there of it. */
  MISSING_SHARE,
  /** A name is kept for a volume that does not exist and that nobody makes. */
  STALE_RESERVATION,
  /** A deletion was asked for, and something keeps it from ending. */
  STUCK_DELETION;

  /** The word for people and JSON, for example {@code stuck-deletion}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
