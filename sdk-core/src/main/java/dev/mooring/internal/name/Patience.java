package dev.mooring.internal.name;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a reservation without a volume is left to whoever made it: a second or two. It is only
 * politeness, for who is slower than that finds out when it confirms.
 */
final class Patience {
  private static final int MOST_LOOKS = 14;
  private static final int MOST_TURNS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 200;

  private String version = "";
  private int looks;
  private int turns;

  /** Waits a little, unless this version of a reservation was waited for long enough. */
  boolean waits(String seen) {
    if (!seen.equals(version)) {
      version = seen;
      looks = 0;
    }
    if (looks == MOST_LOOKS) {
      return false;
    }
    long most = Math.min(LONGEST_PAUSE_MILLIS, 10L << Math.min(looks++, 5));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most) * 1_000_000L);
    return true;
  }

  /** Whether others were faster so often that it makes no sense to go on. */
  boolean exhausted() {
    return turns++ >= MOST_TURNS;
  }
}
