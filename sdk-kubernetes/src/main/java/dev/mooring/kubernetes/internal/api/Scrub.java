package dev.mooring.kubernetes.internal.api;

import java.util.regex.Pattern;

/** Takes secrets out of words that others wrote, before anybody sees them. */
public final class Scrub {
  private static final String MASK = "***";

  /**
   * key=…, password: …, X-Amz-Signature=…; quoted, in JSON, in JSON in a string, or encoded for a
   * URL. The name stays. A name is looked at from its first character only, else a long word would
   * cost its length squared.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]*"
              + "(?:key|passw(?:or)?d|passphrase|secret|token|signature|credentials?)"
              + "\\\\*[\"']?\\s*(?:[=:]|%3[ad])\\s*)"
              + "(?:(\\\\*\")[^\"]*|(\\\\*')[^']*|[^\\s\"',;&)}\\\\]+)");

  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)((?<![A-Za-z0-9])--?(?:key|password|passphrase|secret|token|secret-key)\\s+)(\\S+)");

  /** What an Authorization header says. */
  private static final Pattern HEADER =
      Pattern.compile("(?i)((?:bearer|basic)\\s+)([A-Za-z0-9._~+/=-]{8,})");

  private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s@]+@");

  private Scrub() {}

  /** The words without secrets. */
  public static String of(String words) {
    String result = USER_INFO.matcher(words).replaceAll("$1" + MASK + "@");
    result = HEADER.matcher(result).replaceAll("$1" + MASK);
    result = OPTION.matcher(result).replaceAll("$1" + MASK);
    return NAMED.matcher(result).replaceAll("$1$2$3" + MASK);
  }
}
