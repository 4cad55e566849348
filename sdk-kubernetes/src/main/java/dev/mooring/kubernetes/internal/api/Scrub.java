package dev.mooring.kubernetes.internal.api;

import java.util.regex.Pattern;

/** Takes secrets out of words that others wrote, before anybody sees them. */
public final class Scrub {
  private static final String MASK = "***";

  /** key=…, password: …, X-Amz-Signature=…, --token …; the name stays. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([A-Za-z0-9_.-]*(?:key|passw(?:or)?d|passphrase|secret|token|signature|credential)"
              + "[\"']?\\s*[=:]\\s*[\"']?)([^\\s\"',;&)}]+)");

  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)((?<![A-Za-z0-9])--?(?:key|password|passphrase|secret|token|secret-key)\\s+)(\\S+)");

  private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)([A-Za-z0-9._~+/=-]{8,})");

  private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s@]+@");

  private Scrub() {}

  /** The words without secrets. */
  public static String of(String words) {
    String result = USER_INFO.matcher(words).replaceAll("$1" + MASK + "@");
    result = BEARER.matcher(result).replaceAll("$1" + MASK);
    result = OPTION.matcher(result).replaceAll("$1" + MASK);
    return NAMED.matcher(result).replaceAll("$1" + MASK);
  }
}
