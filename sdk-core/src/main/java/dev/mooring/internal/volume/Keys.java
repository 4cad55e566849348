package dev.mooring.internal.volume;

import dev.mooring.attachment.Target;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Derives the keys of records: DNS labels of at most 63 characters. A name's own words stay
 * readable; a hash tells accounts, kinds and long names apart. Records that refer to others store
 * their keys.
 */
public final class Keys {
  private static final int LONGEST = 63;

  /**
   * Hexadecimal digits of the hash. An account chooses its names: with 40 bits it could find,
   * within hours, a name whose key is another account's.
   */
  private static final int HASH = 20;

  private static final String SNAPSHOT = "snapshot-";

  private static final Pattern SNAPSHOTS =
      Pattern.compile("snapshot-[a-z0-9-]{0," + LONGEST + "}-[0-9a-f]{" + HASH + "}");

  private Keys() {}

  /** The key of a volume's record. */
  public static String volume(String account, VolumeKind kind, String name) {
    String hash = hash(HASH, account, kind.word(), name);
    int room = LONGEST - kind.word().length() - HASH - 2;
    String words = name.substring(0, Math.min(room, name.length())).replaceAll("-+$", "");
    return kind.word() + "-" + words + "-" + hash;
  }

  /**
   * Whether a text is surely the key of a volume of an account, as the hash in it tells. False for
   * keys of names that were cut: whose they are cannot be told from them.
   */
  public static boolean isVolume(String account, String text) {
    for (VolumeKind kind : VolumeKind.values()) {
      int end = text.length() - HASH - 1;
      int start = kind.word().length() + 1;
      if (text.startsWith(kind.word() + "-")
          && end > start
          && text.equals(volume(account, kind, text.substring(start, end)))) {
        return true;
      }
    }
    return false;
  }

  /** The key of a reserved name: that which the volume's own record has, or would have. */
  public static String name(String account, VolumeKind kind, String name) {
    return volume(account, kind, name);
  }

  /** The key of an account's record. */
  public static String account(String account) {
    return "account-" + hash(HASH, account);
  }

  /** The key of a snapshot's record. */
  public static String snapshot(VolumeId volume, String name) {
    String hash = hash(HASH, volume.value(), name);
    int room = LONGEST - SNAPSHOT.length() - HASH - 1;
    String words = name.substring(0, Math.min(room, name.length())).replaceAll("-+$", "");
    return SNAPSHOT + words + "-" + hash;
  }

  /** Whether a text can be the key of a snapshot's record: nothing else may be looked up. */
  public static boolean isSnapshot(String text) {
    return SNAPSHOTS.matcher(text).matches();
  }

  /** The key of a target's record. */
  public static String target(String account, Target target) {
    return "target-" + hash(HASH, account, target.kind().word(), target.name());
  }

  /** A new random token for a target's life: fit for a label. */
  public static String token() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String hash(int length, String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
