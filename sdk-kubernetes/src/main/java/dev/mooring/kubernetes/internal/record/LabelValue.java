package dev.mooring.kubernetes.internal.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Values as labels may hold them: what fits stays as it is, the rest becomes a hash. Two values
 * never become one label: what looks like such a hash is hashed too.
 */
public final class LabelValue {
  private static final Pattern FITS =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
  private static final String MARK = "sha256-";
  private static final Pattern HASHED = Pattern.compile(MARK + "[0-9a-f]{40}");

  private LabelValue() {}

  /** The label for a value. */
  public static String of(String value) {
    return FITS.matcher(value).matches() && !HASHED.matcher(value).matches()
        ? value
        : MARK + hash(value);
  }

  /** A hash of a value, 40 hexadecimal digits. */
  public static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 40);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
