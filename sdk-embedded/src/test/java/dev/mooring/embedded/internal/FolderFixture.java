package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.process.SharedFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A root folder for several processes, by the machine's clock. */
record FolderFixture(Path folder) implements SharedFixture {
  private Path root() {
    return folder.resolve("root");
  }

  @Override
  public Path configuration() {
    Path file = folder.resolve("mooring.yaml");
    try {
      // Written once: processes may be reading it.
      return Files.exists(file)
          ? file
          : Files.writeString(file, "regions: {us-central: {embedded: {root: root}}}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Backend backend() {
    return Embedded.at(root());
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.DRIVES,
        Capability.FILESYSTEMS,
        Capability.ATTACHING,
        Capability.INSTANCES,
        Capability.SCRATCH,
        Capability.RESIZING);
  }

  @Override
  public Profile profile() {
    return StandardProfiles.ALL.get(0);
  }

  @Override
  public Optional<Profile> filesystemProfile() {
    return Optional.of(StandardProfiles.ALL.get(1));
  }

  @Override
  public int places(String account) {
    return Bytes.volumes(root(), account).size();
  }

  @Override
  public void assertEmpty(String account) {
    Bytes.assertEmpty(root(), account);
  }

  @Override
  public void close() {}
}
