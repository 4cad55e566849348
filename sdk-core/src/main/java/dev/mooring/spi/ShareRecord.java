package dev.mooring.spi;

import dev.mooring.filesystem.ShareState;
import dev.mooring.operation.OperationId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A volume in another namespace, as the volume's record lists it. It is listed before the first
 * effect and until the last one is undone: what is not listed may be taken away.
 *
 * @param id random, for ever: what is made for it is called by it
 * @param namespace the other namespace
 * @param claim the name of its claim there
 * @param readOnly whether nobody there can write
 * @param state how far it is
 * @param since since when it is that far
 * @param operation what last worked on it
 */
public record ShareRecord(
    String id,
    String namespace,
    String claim,
    boolean readOnly,
    ShareState state,
    Instant since,
    OperationId operation) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /** Checks that nothing is missing. */
  public ShareRecord {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(operation, "operation");
    if (!isId(id)) {
      throw new IllegalArgumentException("not a share's id: 32 hexadecimal digits are expected");
    }
  }

  /** A new random id. */
  public static String randomId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Whether a text can be a share's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The same, further on. */
  public ShareRecord to(ShareState next, Instant now, OperationId by) {
    return new ShareRecord(id, namespace, claim, readOnly, next, now, by);
  }

  /** Whether something is under way. */
  public boolean moving() {
    return state != ShareState.MADE;
  }

  /** Where it is, for messages. */
  public String place() {
    return namespace + "/" + claim;
  }
}
