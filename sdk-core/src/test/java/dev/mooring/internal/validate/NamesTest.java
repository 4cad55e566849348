package dev.mooring.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  /** dns1123LabelFmt of Kubernetes' apimachinery/pkg/util/validation/validation.go. */
  private static final Pattern KUBERNETES = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

  @Property(tries = 5000)
  void agrees_with_the_label_rule_of_kubernetes(@ForAll("names") String name) {
    boolean reference =
        KUBERNETES.matcher(name).matches()
            && name.length() <= 63
            && !List.of("all", "none", "null", "undefined", "true", "false").contains(name);
    assertThat(check(name).isEmpty()).as(Shown.of(name)).isEqualTo(reference);
  }

  @Property(tries = 5000)
  void every_suggestion_is_itself_valid(@ForAll("names") String name) {
    check(name).forEach(v -> v.suggested().ifPresent(s -> assertThat(check(s)).isEmpty()));
  }

  @Property(tries = 2000)
  void a_message_is_one_line_of_printable_text(@ForAll String name) {
    check(name)
        .forEach(v -> assertThat(v.toString()).hasSizeLessThan(400).matches("[\\x20-\\x7e…]*"));
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> near =
        Arbitraries.strings().withChars("aBz09-_./ \n\0é٣").ofMinLength(0).ofMaxLength(5);
    Arbitrary<String> labels =
        Arbitraries.strings().withCharRange('a', 'c').withChars('-').ofMaxLength(66);
    return Arbitraries.oneOf(
        near, labels, Arbitraries.strings().ofMaxLength(70), Arbitraries.of("all", "null", "true"));
  }

  @ParameterizedTest
  @CsvSource({
    "Workspace,        workspace,    may hold only",
    "my_vol,           my-vol,       may hold only",
    "-a-,              a,            begin and end",
    "../../etc/passwd, etc-passwd,   may hold only",
    "Größe,            gro-e,        \\u00f6",
    "null,             null-1,       reserved",
    "a.b,              a-b,          may hold only",
  })
  void a_refusal_tells_the_rule_and_a_name_that_would_do(
      String name, String suggestion, String rule) {
    assertThat(check(name))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.field()).isEqualTo("name");
              assertThat(v.message()).contains(rule);
              assertThat(v.suggested()).contains(suggestion);
            });
  }

  @Test
  @DisplayName("63 characters are a name, 64 are not")
  void length() {
    assertThat(check("a".repeat(63))).isEmpty();
    assertThat(check("a".repeat(64)))
        .singleElement()
        .satisfies(v -> assertThat(v.suggested()).contains("a".repeat(63)));
  }

  @Test
  @DisplayName("a megabyte of anything is refused with a short message")
  void megabyte() {
    assertThat(check("-".repeat(1_000_000)))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.message()).hasSizeLessThan(400).contains("(1000000 characters)");
              assertThat(v.suggested()).isEmpty();
            });
  }

  private static List<Violation> check(String name) {
    Violations violations = new Violations();
    Names.volume(violations, "name", name);
    return violations.list();
  }
}
