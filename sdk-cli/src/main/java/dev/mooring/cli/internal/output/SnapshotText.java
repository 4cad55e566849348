package dev.mooring.cli.internal.output;

import dev.mooring.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Snapshots for people. */
public final class SnapshotText {
  private SnapshotText() {}

  /** One snapshot, a line for each of its values. */
  public static String of(Snapshot snapshot, Style style) {
    Fields fields = new Fields(style);
    fields.add("id", snapshot.id().value());
    fields.add("name", snapshot.name());
    fields.add("volume", snapshot.volume().toString());
    fields.add("status", snapshot.status() + " since " + Words.time(snapshot.since()));
    snapshot
        .statusReason()
        .ifPresent(
            reason -> {
              fields.add("reason", reason.reason() + ": " + reason.raw());
              fields.add("hint", reason.hint());
            });
    fields.add("region", snapshot.region());
    fields.add("profile", snapshot.profile());
    fields.add("size", Words.size(snapshot.size()));
    fields.add("created", Words.time(snapshot.createdAt()));
    snapshot.scheduledAt().ifPresent(time -> fields.add("scheduled", Words.time(time)));
    new TreeMap<>(snapshot.backendDetails())
        .forEach((key, value) -> fields.add("backend " + key, value));
    return fields.toString();
  }

  /** A table of snapshots; their regions are told only where they differ, for ids are long. */
  public static Table table(Collection<Snapshot> snapshots, Instant now) {
    List<String> headings =
        new ArrayList<>(List.of("ID", "NAME", "VOLUME", "SIZE", "STATUS", "AGE"));
    boolean regions = snapshots.stream().map(Snapshot::region).distinct().count() > 1;
    if (regions) {
      headings.add("REGION");
    }
    Table table = new Table(headings.toArray(String[]::new));
    for (Snapshot snapshot : snapshots) {
      List<String> cells = cells(snapshot, now);
      table.row(cells.subList(0, headings.size()).toArray(String[]::new));
    }
    return table;
  }

  private static List<String> cells(Snapshot snapshot, Instant now) {
    return List.of(
        snapshot.id().value(),
        snapshot.name(),
        snapshot.volume().toString(),
        Words.size(snapshot.size()),
        snapshot.status() + snapshot.statusReason().map(why -> ": " + why.reason()).orElse(""),
        Words.age(snapshot.createdAt(), now),
        snapshot.region());
  }
}
