package dev.mooring.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OperationIdTest {
  @Property
  void an_id_tells_what_it_was_made_of(
      @ForAll("labels") String region,
      @ForAll("kinds") String kind,
      @ForAll("labels") String name,
      @ForAll OperationType type) {
    OperationId id = OperationId.random(region, kind, name, type);
    OperationId read = new OperationId(id.toString());
    assertThat(read).isEqualTo(id).hasSameHashCodeAs(id);
    assertThat(List.of(read.region(), read.kind(), read.name(), read.type()))
        .containsExactly(region, kind, name, type.word());
    assertThat(OperationId.random(region, kind, name, type)).isNotEqualTo(id);
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .ofMinLength(1)
        .ofMaxLength(31)
        .map(half -> half + "-" + half);
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("drive", "fs", "object", "instance", "statefulset");
  }

  @Property(tries = 5000)
  void any_other_text_is_refused(@ForAll("almostIds") String text) {
    String[] parts = text.split("/", -1);
    boolean valid =
        parts.length == 4
            && all(parts[0], 63, "abcdefghijklmnopqrstuvwxyz0123456789.-")
            && all(parts[1], 20, "abcdefghijklmnopqrstuvwxyz")
            && all(
                parts[2], 253, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
            && parts[3].length() > 13
            && all(parts[3].substring(0, parts[3].length() - 13), 12, "abcdefghijklmnopqrstuvwxyz")
            && parts[3].charAt(parts[3].length() - 13) == '-'
            && all(parts[3].substring(parts[3].length() - 12), 12, "0123456789abcdef");
    boolean accepted;
    try {
      accepted = new OperationId(text).value().equals(text);
    } catch (IllegalArgumentException e) {
      accepted = false;
    }
    assertThat(accepted).as(text).isEqualTo(valid);
  }

  private static boolean all(String text, int longest, String allowed) {
    return !text.isEmpty()
        && text.length() <= longest
        && text.chars().allMatch(c -> allowed.indexOf(c) >= 0);
  }

  @Provide
  Arbitrary<String> almostIds() {
    return Arbitraries.of(
            "us",
            "/",
            "drive",
            "a.b",
            "A_b",
            "create",
            "-",
            "0a1b2c3d4e5f",
            "0A",
            "..",
            " ",
            "\n",
            "é")
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }

  @Test
  @DisplayName("the documented example is an id")
  void example() {
    assertThat(new OperationId("us-central/drive/workspace/create-0a1b2c3d4e5f").name())
        .isEqualTo("workspace");
  }
}
