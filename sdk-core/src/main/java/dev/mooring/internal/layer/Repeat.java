package dev.mooring.internal.layer;

/** When a call that failed may be made again. */
enum Repeat {
  /** Always: made twice, it has the same effect and the same answer. */
  FREELY,
  /**
   * When it is certain that nothing happened. After a lost answer, a second compare-and-swap would
   * meet its own first one and answer that somebody else was faster.
   */
  UNLESS_UNKNOWN,
  /** Never. */
  NEVER
}
