package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.spi.Backend;
import dev.mooring.testkit.crash.CallFaults;
import dev.mooring.testkit.crash.FaultFixture;
import dev.mooring.testkit.crash.FaultLayer;
import dev.mooring.testkit.crash.FaultSuite;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Calls to the embedded backend that break:")
class EmbeddedFaultTest extends FaultSuite {
  private static Fixture fixture;

  @BeforeAll
  static void open(@TempDir Path root) {
    fixture = new Fixture(root, new CallFaults());
  }

  @Override
  protected FaultFixture fixture() {
    return fixture;
  }

  private record Fixture(Path root, CallFaults faults) implements FaultFixture, RootFixture {
    @Override
    public Backend backend() {
      return Embedded.at(root);
    }

    @Override
    public Backend faulty() {
      return new InterceptedBackend(backend(), faults);
    }

    @Override
    public FaultLayer layer() {
      return faults;
    }

    @Override
    public boolean exhaustive() {
      return Boolean.getBoolean("mooring.full");
    }
  }
}
