package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.StorageContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded backend in memory:")
class InMemoryContractTest extends StorageContract {
  private static ContractFixture fixture;
  private static MemoryRecords records;

  @BeforeAll
  static void connect(@TempDir Path root) {
    FakeClock clock = new ContractFixture(Embedded.inMemory(), root).fake();
    records = new MemoryRecords(clock, new MemoryWatches(EmbeddedBackend.ALIVE));
    fixture = new ContractFixture(new Shared(records, Layout.at(root)), root, clock);
  }

  @AfterAll
  static void end() {
    records.close();
  }

  @Override
  protected BackendFixture fixture() {
    return fixture;
  }

  /** What two connections to one store in memory are: only the suite needs them. */
  private record Shared(MemoryRecords records, Layout layout) implements Backend {
    @Override
    public String id() {
      return Embedded.ID;
    }

    @Override
    public StorageBackend connect(BackendContext context) {
      return new EmbeddedBackend(
          context,
          layout,
          new MemoryStores(records, EmbeddedBackend.partition(context)),
          Embedded.LAUNCH_GRACE,
          () -> Probes.inMemory(context.region()),
          () -> {});
    }

    @Override
    public List<Profile> standardProfiles() {
      return StandardProfiles.ALL;
    }

    @Override
    public Map<String, String> describe() {
      return Map.of();
    }
  }
}
