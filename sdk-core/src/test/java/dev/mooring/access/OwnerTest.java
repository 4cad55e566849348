package dev.mooring.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.internal.Backends;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnerTest {
  /** labelValueFmt of Kubernetes, but for the empty one: an owner becomes a label's value. */
  private static final Pattern LABEL = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");

  @Property(tries = 5000)
  void names_are_values_of_labels(@ForAll Owner.Kind kind, @ForAll("names") String name) {
    boolean valid = LABEL.matcher(name).matches() && name.length() <= 63;
    try {
      Owner owner = new Owner(kind, name);
      assertThat(valid).as(name).isTrue();
      assertThat(Owner.parse(owner.toString())).isEqualTo(owner);
    } catch (IllegalArgumentException e) {
      assertThat(valid).as(name).isFalse();
      assertThat(e).hasMessageContaining("1 to 63 characters");
    }
  }

  @Property(tries = 2000)
  void any_text_is_an_owner_or_refused_with_the_forms(@ForAll("texts") String text) {
    try {
      assertThat(Owner.parse(text)).hasToString(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("owner");
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("aZ9._-/ é\n").ofMaxLength(4),
        Arbitraries.strings().withChars("aZ9._-").ofMinLength(61).ofMaxLength(65));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        names().map(name -> "user/" + name), names(), names().map(name -> "robot/" + name));
  }

  @Test
  @DisplayName("the user of the operating system is an owner, whatever its name")
  void system() {
    assertThat(Backends.systemOwner().kind()).isEqualTo(Owner.Kind.USER);
  }
}
