package dev.mooring.testkit.crash;

/** What the next client does first. */
enum Look {
  /** It recovers. */
  RECOVER,
  /** It reads, and does the same again. */
  REPEAT
}
