package dev.mooring.error;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a volume.
 *
 * @param kind what it is: {@code pod}, {@code share}, or the word of a {@code TargetKind}, for
 *     example {@code instance} or {@code deployment}
 * @param name its name
 * @param state what it does: {@code running}, {@code pending}, {@code finished}, {@code
 *     terminating}, {@code claimed, not started yet}, {@code gone}
 * @param since since when the target has the volume, or the pod exists, UTC; null when unknown
 * @param live whether it is alive: a dead holder will not use the volume again by itself
 */
public record Holder(String kind, String name, String state, @Nullable Instant since, boolean live)
    implements Serializable {
  /** Checks that the words are there. */
  public Holder {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }

  @Override
  public String toString() {
    return kind
        + "/"
        + name
        + " ("
        + state
        + (since == null ? "" : " since " + since.truncatedTo(ChronoUnit.SECONDS))
        + (live ? "" : ", not alive")
        + ")";
  }
}
