package dev.mooring.kubernetes.internal.api;

import dev.mooring.volume.Capacity;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API server's words for a quota that is used up: {@code exceeded quota: q, requested:
 * requests.storage=2Gi, used: requests.storage=9Gi, limited: requests.storage=10Gi}; several
 * resources are joined by commas, those of one class are called {@code
 * CLASS.storageclass.storage.k8s.io/requests.storage}.
 *
 * @param quota the quota's name
 * @param resource the resource that is used up
 * @param used how much is used; bytes for storage, else a number of objects
 * @param limit how much there may be
 * @param asked how much was asked for
 */
record QuotaText(String quota, String resource, long used, long limit, long asked) {
  private static final Pattern FORM =
      Pattern.compile(
          "exceeded quota: ([^,\\s]+), requested: (\\S+), used: (\\S+), limited: (\\S+)");
  private static final Pattern UNKNOWN = Pattern.compile("status unknown for quota");

  /** Reads the words; empty when they are about something else. */
  static Optional<QuotaText> parse(String message) {
    Matcher matcher = FORM.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String quota = matcher.group(1);
    Map<String, Long> asked = amounts(matcher.group(2));
    Map<String, Long> used = amounts(matcher.group(3));
    Map<String, Long> limit = amounts(matcher.group(4));
    return asked.entrySet().stream()
        .map(
            e ->
                new QuotaText(
                    quota,
                    e.getKey(),
                    used.getOrDefault(e.getKey(), -1L),
                    limit.getOrDefault(e.getKey(), -1L),
                    e.getValue()))
        .filter(text -> text.limit < 0 || text.used + text.asked > text.limit)
        // Bytes say more than numbers of objects.
        .reduce((first, second) -> first.inBytes() ? first : second);
  }

  /** Whether the quota was made so lately that its controller has not counted yet. */
  static boolean notCountedYet(String message) {
    return UNKNOWN.matcher(message).find();
  }

  /** Whether the figures are bytes. */
  boolean inBytes() {
    return resource.endsWith("requests.storage") || resource.equals("storage");
  }

  /** Why it was refused, in words. */
  String words() {
    return "quota "
        + quota
        + " of the namespace is used up: "
        + resource
        + " "
        + figure(used)
        + " used of "
        + figure(limit)
        + ", "
        + figure(asked)
        + " asked";
  }

  private String figure(long amount) {
    if (amount < 0) {
      return "unknown";
    }
    return inBytes() ? Capacity.ofBytes(amount).toString() : Long.toString(amount);
  }

  private static Map<String, Long> amounts(String list) {
    Map<String, Long> result = new LinkedHashMap<>();
    for (String entry : list.split(",", -1)) {
      int equals = entry.lastIndexOf('=');
      if (equals > 0) {
        bytes(entry.substring(equals + 1))
            .ifPresent(amount -> result.put(entry.substring(0, equals), amount));
      }
    }
    return result;
  }

  private static Optional<Long> bytes(String quantity) {
    try {
      BigDecimal amount = Quantity.getAmountInBytes(Quantity.parse(quantity));
      return Optional.of(amount.longValue());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
