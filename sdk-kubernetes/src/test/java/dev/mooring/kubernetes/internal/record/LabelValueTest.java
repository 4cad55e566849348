package dev.mooring.kubernetes.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LabelValueTest {
  /** The API server's own rule. */
  private static final String RULE = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

  @Property
  void every_value_becomes_one_that_the_API_server_takes(@ForAll String value) {
    String label = LabelValue.of(value);

    assertThat(label).matches(RULE).hasSizeLessThanOrEqualTo(63);
  }

  @Property
  void different_values_stay_different(@ForAll String one, @ForAll String other) {
    assertThat(LabelValue.of(one).equals(LabelValue.of(other))).isEqualTo(one.equals(other));
  }

  @Property
  void what_fits_stays_as_it_is(@ForAll("fitting") @StringLength(max = 63) String value) {
    assertThat(LabelValue.of(value)).isEqualTo(value);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> fitting() {
    return net.jqwik.api.Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .numeric()
        .withChars("-_.")
        .ofMaxLength(61)
        .map(middle -> "a" + middle + "9");
  }

  @Test
  void a_value_that_looks_like_a_hash_is_hashed_itself() {
    String hash = LabelValue.of("not a label value");

    assertThat(LabelValue.of(hash)).isNotEqualTo(hash).startsWith("sha256-");
  }
}
