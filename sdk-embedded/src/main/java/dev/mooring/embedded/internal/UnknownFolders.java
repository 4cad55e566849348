package dev.mooring.embedded.internal;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.BackendContext;
import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Folders of this account whose markers say that they hold bytes, and which no record knows. A
 * folder without a marker holds none of users, and nobody knows whose it is.
 */
final class UnknownFolders {
  private final BackendContext context;
  private final Layout layout;
  private final Stores stores;

  UnknownFolders(BackendContext context, Layout layout, Stores stores) {
    this.context = context;
    this.layout = layout;
    this.stores = stores;
  }

  List<Orphan> find() throws IOException {
    Optional<Path> root = layout.existingRoot();
    List<Orphan> orphans = new ArrayList<>();
    if (root.isPresent()) {
      find(
          root.get().resolve(Layout.VOLUMES),
          VolumeFolders.MARKER,
          id -> stores.knows(new VolumeId(id)),
          orphans);
      find(
          root.get().resolve(Layout.SNAPSHOTS),
          SnapshotFolders.MARKER,
          id -> stores.knows(new SnapshotId(id)),
          orphans);
    }
    return orphans;
  }

  /** The folders first: a record is there before its folder is, and goes after it. */
  private void find(Path parent, String marker, Predicate<String> known, List<Orphan> orphans)
      throws IOException {
    for (Path folder : folders(parent)) {
      if (Layout.isThere(folder.resolve(marker)) && isUnknown(folder, known)) {
        read(folder.resolve(marker))
            .filter(this::isOurs)
            .ifPresent(texts -> orphans.add(orphan(parent, folder, texts)));
      }
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Layout.isFolder(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(Layout::isFolder).sorted().toList();
    }
  }

  private static boolean isUnknown(Path folder, Predicate<String> known) {
    try {
      return !known.test(folder.getFileName().toString());
    } catch (IllegalArgumentException e) {
      return false; // no id: nothing of ours
    }
  }

  /** What a marker says; empty for one that is gone by now, or that nobody can read. */
  private static Optional<Json.Texts> read(Path marker) {
    try {
      return Optional.of(Json.read(Files.readString(marker)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(Json.Texts marker) {
    return context.account().equals(marker.all().get("account"))
        && context.region().equals(marker.all().get("region"));
  }

  private static Orphan orphan(Path parent, Path folder, Json.Texts marker) {
    String volume = marker.all().get("volume");
    String name = marker.all().getOrDefault("name", "");
    String what =
        volume == null
            ? marker.all().getOrDefault("kind", "") + "/" + name
            : "the snapshot " + name + " of " + volume;
    return new Orphan(
        AuditKind.DATA_WITHOUT_RECORD,
        "folder/" + parent.getFileName() + "/" + folder.getFileName(),
        folder.toString(),
        null,
        "it holds the bytes of " + what + ", and no record knows it",
        AuditAction.byHand(
            "restore the records from a copy, or move the folder away from the root to give the"
                + " bytes up"));
  }
}
