package dev.mooring.kubernetes.internal.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What ceph-csi refuses of an image's features and striping. */
final class RbdImage {
  /** The features that ceph-csi knows, each with the one that it needs. */
  private static final Map<String, String> FEATURES =
      Map.of(
          "layering", "",
          "deep-flatten", "",
          "exclusive-lock", "",
          "object-map", "exclusive-lock",
          "fast-diff", "object-map",
          "journaling", "exclusive-lock");

  private RbdImage() {}

  static void check(ClassFacts facts, Findings findings) {
    if (facts.has("imageFeatures")) {
      checkFeatures(
          Arrays.stream(facts.get("imageFeatures").split(",", -1)).map(String::strip).toList(),
          findings);
    }
    if (facts.has("stripeUnit") && !facts.has("stripeCount")) {
      findings.parameter("stripeCount", "is missing; stripeUnit is set");
    }
    if (facts.has("stripeCount") && !facts.has("stripeUnit")) {
      findings.parameter("stripeUnit", "is missing; stripeCount is set");
    }
    if (facts.has("objectSize") && !isPowerOfTwo(facts.get("objectSize"))) {
      findings.parameter("objectSize", "must be a power of 2");
    }
  }

  private static void checkFeatures(List<String> features, Findings findings) {
    for (String feature : features) {
      String needed = FEATURES.get(feature);
      if (needed == null) {
        findings.parameter("imageFeatures", "there is no feature '" + feature + "'");
      } else if (!needed.isEmpty() && !features.contains(needed)) {
        findings.parameter("imageFeatures", feature + " needs " + needed);
      }
    }
  }

  private static boolean isPowerOfTwo(String text) {
    try {
      return Long.bitCount(Long.parseLong(text)) == 1 && !text.startsWith("-");
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
