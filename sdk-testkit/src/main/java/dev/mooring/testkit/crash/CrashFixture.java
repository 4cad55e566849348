package dev.mooring.testkit.crash;

import dev.mooring.testkit.contract.BackendFixture;
import java.nio.file.Path;

/** A backend under test whose other processes make their changes through a tap. */
public interface CrashFixture extends BackendFixture {
  /**
   * A {@code mooring.yaml} with one region, {@code us-central}, through which other processes reach
   * the same store as {@link #backend()}, and every change of theirs passes {@link #tap()}. Its
   * default profile of drives is {@link #profile()}.
   */
  Path configuration();

  /** Sees the changes of the other processes, and none of this one's. */
  Tap tap();

  /**
   * Whether after each kill both is tried, {@code recover()} and doing the same again; else the two
   * take turns.
   */
  boolean exhaustive();
}
