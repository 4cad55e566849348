package dev.mooring.filesystem;

/** How far a share is. */
public enum ShareState {
  /** It was asked for, and its claim is not there yet. */
  MAKING,
  /** The other namespace can use it. */
  MADE,
  /** It goes: its claim, then what the claim was bound to. The filesystem's data stay. */
  REVOKING
}
