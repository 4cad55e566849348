package dev.mooring.cli.internal.output;

import dev.mooring.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
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
    new TreeMap<>(snapshot.backendDetails())
        .forEach((key, value) -> fields.add("backend " + key, value));
    return fields.toString();
  }

  /** A table of snapshots. */
  public static Table table(Collection<Snapshot> snapshots, Instant now) {
    Table table = new Table("ID", "NAME", "VOLUME", "SIZE", "STATUS", "AGE", "REGION");
    for (Snapshot snapshot : snapshots) {
      table.row(
          snapshot.id().value(),
          snapshot.name(),
          snapshot.volume().toString(),
          Words.size(snapshot.size()),
          snapshot.status() + snapshot.statusReason().map(why -> ": " + why.reason()).orElse(""),
          Words.age(snapshot.createdAt(), now),
          snapshot.region());
    }
    return table;
  }
}
