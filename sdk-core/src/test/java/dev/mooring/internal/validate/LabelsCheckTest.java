package dev.mooring.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import dev.mooring.volume.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LabelsCheckTest {
  /** qualifiedNameFmt of Kubernetes' apimachinery/pkg/util/validation/validation.go. */
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");

  /** labelValueFmt of the same file. */
  private static final Pattern VALUE =
      Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

  @Property(tries = 5000)
  void agrees_with_the_rules_of_kubernetes(
      @ForAll("texts") String key, @ForAll("texts") String value) {
    boolean goodKey = NAME.matcher(key).matches() && key.length() <= 63;
    boolean goodValue = VALUE.matcher(value).matches() && value.length() <= 63;
    assertThat(check(Map.of(key, value)))
        .as(Shown.of(key) + "=" + Shown.of(value))
        .hasSize((goodKey ? 0 : 1) + (goodValue ? 0 : 1));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("aZ9._-/ é\n").ofMaxLength(4),
        Arbitraries.strings().withChars("aZ9._-").ofMinLength(61).ofMaxLength(65),
        Arbitraries.strings().ofMaxLength(5));
  }

  @Test
  @DisplayName("32 labels are allowed, 33 are not")
  void number() {
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < 32; i++) {
      labels.put("k" + i, "v");
    }
    assertThat(check(labels)).isEmpty();
    labels.put("one-more", "v");
    assertThat(check(labels))
        .extracting(Violation::toString)
        .containsExactly("labels: has 33 labels, but at most 32 are allowed");
  }

  @Test
  @DisplayName("all broken labels are told, each with its key")
  void all() {
    assertThat(check(Map.of("team", "a b", "-x", "ok", "empty", "")))
        .extracting(Violation::field)
        .containsExactly("labels", "labels.team");
  }

  private static List<Violation> check(Map<String, String> labels) {
    Violations violations = new Violations();
    LabelsCheck.check(violations, "labels", new Labels(labels));
    return violations.list();
  }
}
