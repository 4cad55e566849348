package dev.mooring.testkit.store;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every record store does. Extend it in a test, and give it empty stores.
 *
 * <pre>{@code
 * class MyStoreTest extends RecordStoreContract {
 *   @Override
 *   protected StoreFixture open() {
 *     return new MyStores();
 *   }
 * }
 * }</pre>
 */
@DisplayName("A record store:")
public abstract class RecordStoreContract {
  /** For subclasses. */
  protected RecordStoreContract() {}

  /** Empty stores; closed after each test. */
  protected abstract StoreFixture open();

  @Nested
  @DisplayName("creating")
  class Creating extends CreatingContract {
    @Override
    StoreFixture open() {
      return RecordStoreContract.this.open();
    }
  }

  @Nested
  @DisplayName("changing and deleting")
  class Changing extends ChangingContract {
    @Override
    StoreFixture open() {
      return RecordStoreContract.this.open();
    }
  }

  @Nested
  @DisplayName("listing")
  class Listing extends ListingContract {
    @Override
    StoreFixture open() {
      return RecordStoreContract.this.open();
    }
  }

  @Nested
  @DisplayName("watching")
  class Watching extends WatchingContract {
    @Override
    StoreFixture open() {
      return RecordStoreContract.this.open();
    }
  }

  @Nested
  @DisplayName("quotas")
  class Quotas extends QuotaContract {
    @Override
    StoreFixture open() {
      return RecordStoreContract.this.open();
    }
  }
}
