package dev.mooring.embedded.internal;

import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.volume.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Refuses a database that has forgotten volumes: their folders are there, marked, but no record
 * knows them. Else it would say that they are not there, and make others under their names.
 */
public final class LostRecords {
  private static final int TOLD = 5;

  private LostRecords() {}

  /**
   * Looks at a root folder.
   *
   * @param known reads the ids of the volumes that have a record
   * @throws FailedException when a volume has none
   */
  public static void check(Path root, Supplier<Set<String>> known) {
    Path volumes = root.resolve(Layout.VOLUMES);
    Problem problem = Problem.tried("open").on(root.toString());
    try {
      // The folders first: a record is there before its folder is, and goes after it.
      List<Path> folders = folders(volumes);
      Set<String> ids = folders.isEmpty() ? Set.of() : known.get();
      List<String> lost =
          folders.stream()
              .filter(folder -> !ids.contains(folder.getFileName().toString()))
              .filter(folder -> Layout.isThere(folder.resolve(VolumeFolders.MARKER)))
              .map(LostRecords::told)
              .sorted()
              .toList();
      if (!lost.isEmpty()) {
        throw refused(problem, volumes, lost);
      }
    } catch (IOException e) {
      throw FileErrors.translate(problem, e);
    }
  }

  private static List<Path> folders(Path volumes) throws IOException {
    if (!Layout.isFolder(volumes)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(volumes)) {
      return folders.toList();
    }
  }

  private static FailedException refused(Problem problem, Path volumes, List<String> lost) {
    String some = String.join(", ", lost.subList(0, Math.min(TOLD, lost.size())));
    String more = lost.size() > TOLD ? " and " + (lost.size() - TOLD) + " more" : "";
    String what = "its database has no record of " + some + more;
    return new FailedException(
        problem
            .because(what + ": it was lost, cut off, or is an old copy; their bytes are untouched")
            .hint(
                "restore records.db from a copy, with the file that ends in -wal if there is one;"
                    + " to give these volumes up, move their folders away from "
                    + volumes),
        Reason.DRIVER_ERROR.name(),
        what);
  }

  private static String told(Path folder) {
    String id = folder.getFileName().toString();
    try {
      Json.Texts marker = Json.read(Files.readString(folder.resolve(VolumeFolders.MARKER)));
      return "%s/%s of account %s in %s (%s)"
          .formatted(
              marker.get("kind"),
              marker.get("name"),
              marker.get("account"),
              marker.get("region"),
              id);
    } catch (IOException e) {
      return id;
    }
  }
}
