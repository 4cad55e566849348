package dev.mooring.embedded.internal;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageException;
import dev.mooring.region.Probe;
import dev.mooring.volume.Capacity;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a root folder and its database, and changes neither. */
final class Probes {
  private final String region;
  private final List<Probe> lines = new ArrayList<>();

  private Probes(String region) {
    this.region = region;
  }

  static List<Probe> ofRoot(String region, Path root, Stores stores) {
    Probes probes = new Probes(region);
    probes.root(root);
    if (Files.isRegularFile(root.resolve(Layout.DATABASE))) {
      probes.database(stores);
    }
    return List.copyOf(probes.lines);
  }

  static List<Probe> inMemory(String region) {
    return List.of(
        new Probe(region, "root", Probe.Outcome.OK, "in memory: all is gone when it is closed"));
  }

  private void root(Path root) {
    Path existing = root;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      lines.add(Probe.failed(region, "root", ErrorCode.UNAVAILABLE, existing + " is no folder"));
      return;
    }
    if (!Files.isWritable(existing)) {
      lines.add(
          Probe.failed(
              region,
              "root",
              ErrorCode.ACCESS_DENIED,
              "this user may not write to " + existing + "; make it writable, or use another"));
      return;
    }
    lines.add(
        new Probe(
            region,
            "root",
            Probe.Outcome.OK,
            existing.equals(root) ? root + " is writable" : root + " is made on first use"));
    space(existing);
  }

  private void space(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      lines.add(
          new Probe(
              region,
              "filesystem",
              Probe.Outcome.OK,
              store.type() + ", " + gigabytes(store.getUsableSpace()) + " free"));
    } catch (IOException e) {
      lines.add(
          new Probe(region, "filesystem", Probe.Outcome.WARNING, "it tells nothing of itself"));
    }
  }

  private static String gigabytes(long bytes) {
    return Capacity.gb(bytes / Capacity.GB).toString();
  }

  private void database(Stores stores) {
    try {
      stores.check();
      lines.add(new Probe(region, "database", Probe.Outcome.OK, "records can be read"));
    } catch (StorageException e) {
      lines.add(Probe.failed(region, "database", e.code(), String.valueOf(e.getMessage())));
    }
  }
}
