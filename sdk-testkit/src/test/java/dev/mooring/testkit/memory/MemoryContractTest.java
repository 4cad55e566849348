package dev.mooring.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.StorageContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The suite can be passed. */
class MemoryContractTest extends StorageContract {
  private static BackendFixture fixture;

  @BeforeAll
  static void connect(@TempDir Path root) {
    fixture = new Fixture(new MemoryBackend(root));
  }

  @Override
  protected BackendFixture fixture() {
    return fixture;
  }

  private record Fixture(MemoryBackend memory, FakeClock fake) implements BackendFixture {
    Fixture(MemoryBackend memory) {
      this(memory, FakeClock.at(Instant.parse("2026-11-01T12:00:00Z")));
    }

    @Override
    public Backend backend() {
      return memory;
    }

    @Override
    public Optional<FakeClock> clock() {
      return Optional.of(fake);
    }

    @Override
    public Set<Capability> capabilities() {
      return MemoryBackend.CAPABILITIES;
    }

    @Override
    public Profile profile() {
      return MemoryBackend.BLOCK;
    }

    @Override
    public void assertEmpty(String account) {
      assertThat(Folders.list(memory.folder(account).resolve("drives"))).isEmpty();
      assertThat(Folders.list(memory.folder(account).resolve("instances"))).isEmpty();
    }

    @Override
    public void close() {}
  }
}
