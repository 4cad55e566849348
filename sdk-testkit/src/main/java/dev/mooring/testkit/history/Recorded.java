package dev.mooring.testkit.history;

import java.util.Objects;
import java.util.Optional;

/**
 * An operation as its caller saw it.
 *
 * @param number its number in the history
 * @param client who called
 * @param call what was asked
 * @param answer what was answered; empty when that is not known: it may have happened, at any time
 *     after it began, or never
 * @param began when it began, by a clock that gives every event a time of its own
 * @param ended when it ended; {@link #NEVER} when the answer is not known
 * @param <C> the type of calls
 * @param <A> the type of answers
 */
public record Recorded<C, A>(
    int number, String client, C call, Optional<A> answer, long began, long ended) {
  /** The end of what has no known end. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Checks that an operation has an end exactly when it has an answer, and ends after it began. */
  public Recorded {
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(call, "call");
    if (answer.isPresent() == (ended == NEVER) || ended <= began) {
      throw new IllegalArgumentException("operation " + number + " has no sound end");
    }
  }

  /** Whether both ran at some moment. */
  public boolean overlaps(Recorded<C, A> other) {
    return began < other.ended && other.began < ended;
  }

  /** The same when nobody had heard of its end at a time. */
  Recorded<C, A> asOf(long time) {
    return ended <= time
        ? this
        : new Recorded<>(number, client, call, Optional.empty(), began, NEVER);
  }

  /** For example {@code 3 pid 71 [4, 9] attach d a: ok}. */
  @Override
  public String toString() {
    return String.format(
        "%3d  %-9s [%d, %s]  %s: %s",
        number,
        client,
        began,
        ended == NEVER ? "…" : Long.toString(ended),
        call,
        answer.map(Object::toString).orElse("unknown"));
  }
}
