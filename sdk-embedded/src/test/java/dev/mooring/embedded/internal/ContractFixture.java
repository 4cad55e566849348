package dev.mooring.embedded.internal;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.contract.BackendFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** An embedded backend for the contract suite, with a clock that the suite moves. */
record ContractFixture(Backend backend, Path root, FakeClock fake) implements BackendFixture {
  ContractFixture(Backend backend, Path root) {
    this(backend, root, FakeClock.at(Instant.parse("2026-11-01T12:00:00Z")));
  }

  @Override
  public Optional<FakeClock> clock() {
    return Optional.of(fake);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.DRIVES, Capability.ATTACHING, Capability.INSTANCES, Capability.SCRATCH);
  }

  @Override
  public Profile profile() {
    return StandardProfiles.ALL.get(0);
  }

  @Override
  public void assertEmpty(String account) {
    Bytes.assertEmpty(root, account);
  }

  @Override
  public void close() {}
}
