package dev.mooring.embedded.internal;

import dev.mooring.describe.Finding;
import dev.mooring.error.Problem;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Describing;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells a volume's folder, the space on its disk, and the instances that mount it. */
final class EmbeddedDescribing implements Describing {
  private static final String FOLDER = "folder";

  private final BackendContext context;
  private final Layout layout;
  private final Attaching attaching;

  EmbeddedDescribing(BackendContext context, Layout layout, Attaching attaching) {
    this.context = context;
    this.layout = layout;
    this.attaching = attaching;
  }

  @Override
  public Described describe(VolumeRecord record) {
    List<Finding> findings = new ArrayList<>();
    try {
      findings.add(folder(layout.volume(record.spec().id())));
    } catch (IOException e) {
      throw FileErrors.translate(
          Problem.tried("describe").on(record.resource()).in(context.region()), e);
    }
    attaching
        .users(List.of(record))
        .getOrDefault(record.key(), List.of())
        .forEach(user -> findings.add(of(user)));
    return new Described("folder", findings, List.of());
  }

  private static Finding folder(Path folder) throws IOException {
    Path data = folder.resolve(Layout.DATA);
    String name = data.toString();
    if (!Layout.isFolder(data)) {
      return Finding.absent(FOLDER, name, "it is not there: not made yet, or taken away by hand");
    }
    boolean sealed = Layout.isThere(folder.resolve(VolumeFolders.MARKER));
    long free = Files.getFileStore(data).getUsableSpace();
    return Finding.found(
        FOLDER,
        name,
        sealed ? "made, and known to be durable" : "begun, not known to be durable yet",
        Map.of("freeBytesOfDisk", Long.toString(free)));
  }

  private static Finding of(VolumeUser user) {
    String words = user.readOnly() ? "mounts it read-only" : "mounts it";
    return Finding.found(
        user.kind(),
        user.name(),
        words,
        user.since() == null ? Map.of() : Map.of("since", user.since().toString()));
  }
}
