package dev.mooring.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * Everything that a backend must do, by topic. A backend's test extends it:
 *
 * <pre>{@code
 * class MyBackendTest extends StorageContract {
 *   @AutoClose private static final BackendFixture FIXTURE = new MyFixture();
 *
 *   @Override
 *   protected BackendFixture fixture() {
 *     return FIXTURE;
 *   }
 * }
 * }</pre>
 *
 * Where that takes long, a test may extend {@link DriveContract} and another {@link
 * FilesystemContract}, to run at the same time, each with a fixture of its own.
 */
public abstract class StorageContract extends DriveContract {
  /** For subclasses. */
  protected StorageContract() {}

  @Nested
  class Filesystems extends FilesystemContract {
    @Override
    protected BackendFixture fixture() {
      return StorageContract.this.fixture();
    }
  }
}
