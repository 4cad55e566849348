package dev.mooring.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Property
  void a_name_of_the_list_is_nearest_to_itself(
      @ForAll @Size(min = 1, max = 8)
          List<@AlphaChars @StringLength(min = 1, max = 20) String> names) {
    String lower = names.get(0).toLowerCase(java.util.Locale.ROOT);
    assertThat(Nearest.of(lower, List.of(lower, "zzzzzzzzzzzzzzzzzzzzz"))).contains(lower);
    assertThat(Nearest.ranked(lower, names)).isSubsetOf(names);
  }

  @Property
  void one_wrong_letter_of_four_or_more_is_forgiven(
      @ForAll @AlphaChars @StringLength(min = 4, max = 40) String name,
      @ForAll @IntRange(min = 0, max = 3) int at) {
    String wrong = name.substring(0, at) + "-" + name.substring(at + 1);
    assertThat(Nearest.of(wrong, List.of(name))).contains(name);
    assertThat(Nearest.of(name.substring(0, at) + name.substring(at + 1), List.of(name)))
        .contains(name);
  }

  @Test
  @DisplayName("the nearest comes first, and what is far is not meant")
  void ranks() {
    List<String> regions = List.of("eu-west", "us-east", "us-central");
    assertThat(Nearest.of("us-centrl", regions)).contains("us-central");
    assertThat(Nearest.ranked("us-west", regions)).first().isEqualTo("eu-west");
    assertThat(Nearest.of("moon", regions)).isEmpty();
    assertThat(Nearest.of("x", List.of("eu"))).isEmpty();
    assertThat(Nearest.of("", List.of("account"))).isEmpty();
    assertThat(Nearest.of("a".repeat(1_000_000), List.of("a"))).isEmpty();
  }
}
