package dev.mooring.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.contract.BackendFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A backend in memory, with a clock that stands still. */
public record MemoryFixture(Path root, Backend backend, FakeClock fake) implements BackendFixture {
  /** A fresh backend with its bytes below a folder. */
  public MemoryFixture(Path root) {
    this(
        root,
        new MemoryBackend(root),
        FakeClock.at(Instant.parse("2026-11-01T12:00:00.123456789Z")));
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
  public Optional<Profile> filesystemProfile() {
    return Optional.of(MemoryBackend.SHARED);
  }

  @Override
  public void assertEmpty(String account) {
    assertThat(Folders.list(root.resolve(account).resolve("drives"))).isEmpty();
    assertThat(Folders.list(root.resolve(account).resolve("instances"))).isEmpty();
  }

  @Override
  public void close() {}
}
