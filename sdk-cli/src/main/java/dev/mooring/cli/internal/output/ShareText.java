package dev.mooring.cli.internal.output;

import dev.mooring.filesystem.Share;
import java.time.Instant;
import java.util.Collection;

/** Shares for people. */
public final class ShareText {
  private ShareText() {}

  /** One share, a line for each of its values. */
  public static String of(Share share, Style style) {
    Fields fields = new Fields(style);
    fields.add("id", share.id());
    fields.add("volume", share.volume().toString());
    fields.add("namespace", share.namespace());
    fields.add("claim", share.claim());
    fields.add("access", access(share));
    fields.add("state", share.state() + " since " + Words.time(share.since()));
    return fields.toString();
  }

  /** A table of shares. */
  public static Table table(Collection<Share> shares, Instant now) {
    Table table = new Table("NAMESPACE", "CLAIM", "ACCESS", "STATE", "AGE");
    for (Share share : shares) {
      table.row(
          share.namespace(),
          share.claim(),
          access(share),
          share.state().name(),
          Words.age(share.since(), now));
    }
    return table;
  }

  private static String access(Share share) {
    return share.readOnly() ? "read-only" : "read and write";
  }
}
