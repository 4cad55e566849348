package dev.mooring.internal.region;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client has learnt about its account's home. It stays true for as long as the client lives:
 * a home is never changed, and a region whose names are reserved stays so. Thread-safe.
 */
public final class HomeFacts {
  private static final Duration AWAY = Duration.ofSeconds(30);

  private volatile @Nullable String found;
  private volatile boolean joined;
  private volatile boolean looked;
  private volatile long awayUntil = System.nanoTime();
  private final SharedLook look = new SharedLook();

  /** The home that an account's record names; empty while none was found. */
  public Optional<String> found() {
    return Optional.ofNullable(found);
  }

  /** Notes what an account's record says. */
  public void found(String home) {
    found = home;
  }

  /** Whether the names of all of the client's regions are reserved. */
  public boolean joined() {
    return joined;
  }

  /** Notes that they are. */
  public void allJoined() {
    joined = true;
  }

  /** Notes that the home could not be reached: who can do without it leaves it alone a while. */
  public void away() {
    awayUntil = System.nanoTime() + AWAY.toNanos();
  }

  /** Whether the home could not be reached a moment ago. */
  public boolean isAway() {
    return System.nanoTime() - awayUntil < 0;
  }

  /** The look for the account's record that creations at the same time share. */
  public SharedLook look() {
    return look;
  }

  /** Whether a client of one region has looked for its account's record at least once. */
  public boolean looked() {
    return looked;
  }

  /** Notes that it has. */
  public void hasLooked() {
    looked = true;
  }
}
