package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageException;
import dev.mooring.error.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @Property(tries = 5000)
  void any_text_is_read_or_refused_with_printable_violations(@ForAll("texts") String text) {
    try {
      Loading.withAll().parse(text);
    } catch (InvalidRequestException e) {
      assertThat(e.violations()).isNotEmpty();
      assertThat(e.getMessage()).matches("[\\x20-\\x7e…]*");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "account",
            "regions",
            "owner",
            "prices",
            "rates",
            "a",
            "7",
            "0.1",
            "[",
            "]",
            "{",
            "}",
            ":",
            ": ",
            ", ",
            "\n",
            "\n  ",
            "- ",
            "\"",
            "'",
            "&a",
            "*a",
            "!!str",
            "!x!y",
            "|",
            ">",
            "%",
            "---",
            "...",
            "~",
            "null",
            "<<",
            "\t",
            "#",
            "? ",
            "@",
            "\\",
            "\0",
            "\ud800",
            "é",
            "{regions: {a: {fake: {",
            "}}}",
            "\u2028",
            "\ufeff",
            "0x",
            "1_0");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(60));
  }

  @Test
  @DisplayName("an empty text says nothing, and so everything is as by default")
  void empty() {
    for (String text : new String[] {"", "\n", "# nothing\n", "---\n", "{}", "~", "\ufeff"}) {
      assertThat(Loading.parse(text).regions()).as(text).containsOnlyKeys("local");
    }
  }

  @Test
  @DisplayName("a section without keys is there all the same")
  void nullSection() {
    assertThat(Loading.parse("regions:\n  here:\n    fake:\n").regions()).containsOnlyKeys("here");
  }

  @Test
  @DisplayName("scalars stay as they were written: 010 is a name, 0.10 an amount")
  void scalars() {
    assertThat(Loading.parse("account: 010").account()).isEqualTo("010");
    assertThat(Loading.parse("account: no").account()).isEqualTo("no");
    assertThat(Loading.parse("{\"account\": 1}").account()).isEqualTo("1");
  }

  @Test
  @DisplayName("two documents in one file are refused")
  void twoDocuments() {
    assertThat(Loading.violations("account: a\n---\naccount: b"))
        .extracting(Violation::toString)
        .containsExactly("configuration: the text must hold one document (the text, line 3)");
  }

  @Test
  @DisplayName("depth, size and aliases are limited, so that a small file stays small")
  void bombs() {
    assertThat(Loading.violations("a: " + "[".repeat(10_000))).hasSize(1);
    assertThat(Loading.violations("{\"a\":".repeat(10_000))).hasSize(1);
    assertThat(Loading.violations("#".repeat(1 << 20) + "\n")).hasSize(1);
    assertThat(Loading.violations("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"))
        .extracting(Violation::field)
        .containsExactly("b[0]", "b[1]", "c[0]", "c[1]");
  }

  @Test
  @DisplayName("a file that is not UTF-8, or too long, is refused with its name")
  void bytes(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertThatThrownBy(() -> Loading.withAll().load(latin))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("latin.yaml is not UTF-8 text");
    Path huge = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> Loading.withAll().load(huge))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("huge.yaml is longer than 1 MiB");
  }
}
