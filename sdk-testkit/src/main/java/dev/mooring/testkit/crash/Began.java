package dev.mooring.testkit.crash;

/** Whether a job that was disturbed had changed something. */
enum Began {
  /** It had changed nothing. */
  NO,
  /** It had changed something. */
  YES,
  /** Nobody can know. */
  MAYBE
}
