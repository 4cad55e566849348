package dev.mooring.testkit.region;

import dev.mooring.testkit.contract.BackendFixture;

/** Two stores that know nothing of each other, to be two regions of an account. */
public interface RegionsFixture extends AutoCloseable {
  /** The first region's. */
  BackendFixture first();

  /** The second region's. */
  BackendFixture second();

  /** Of how many changes a client dies at one: at each unless said, at fewer where that is slow. */
  default int stride() {
    return 1;
  }

  @Override
  default void close() {
    first().close();
    second().close();
  }

  /** Two fixtures as they are. */
  static RegionsFixture of(BackendFixture first, BackendFixture second) {
    return of(first, second, 1);
  }

  /** Two fixtures, with a {@link #stride()}. */
  static RegionsFixture of(BackendFixture first, BackendFixture second, int stride) {
    return new RegionsFixture() {
      @Override
      public BackendFixture first() {
        return first;
      }

      @Override
      public BackendFixture second() {
        return second;
      }

      @Override
      public int stride() {
        return stride;
      }
    };
  }
}
