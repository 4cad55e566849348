package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.spi.Backend;
import dev.mooring.testkit.process.SharedFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A root folder for several processes, by the machine's clock. */
record FolderFixture(Path folder) implements SharedFixture, RootFixture {
  @Override
  public Path root() {
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
  public int places(String account) {
    return Bytes.volumes(root(), account).size();
  }
}
