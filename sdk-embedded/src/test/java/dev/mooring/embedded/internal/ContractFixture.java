package dev.mooring.embedded.internal;

import dev.mooring.spi.Backend;
import dev.mooring.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** An embedded backend for the contract suite, with a clock that the suite moves. */
record ContractFixture(Backend backend, Path root, FakeClock fake) implements RootFixture {
  ContractFixture(Backend backend, Path root) {
    this(backend, root, FakeClock.at(Instant.parse("2026-11-01T12:00:00.123456789Z")));
  }

  @Override
  public Optional<FakeClock> clock() {
    return Optional.of(fake);
  }
}
