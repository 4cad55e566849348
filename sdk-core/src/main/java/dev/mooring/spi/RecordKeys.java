package dev.mooring.spi;

import dev.mooring.attachment.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys that core and backends must derive alike, because they stand on objects that neither stores:
 * the pods of a target carry its key as a label.
 */
public final class RecordKeys {
  private static final int HASH = 20;

  private RecordKeys() {}

  /** The key of a target's record: a DNS label that tells accounts, kinds and names apart. */
  public static String target(String account, Target target) {
    return "target-" + hash(account, target.kind().word(), target.name());
  }

  private static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
