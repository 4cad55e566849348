package dev.mooring.testkit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkedSecretsTest {
  private static final String SECRET = MarkedSecrets.named("Planted");

  @TempDir Path folder;

  /** Ways to write a secret; by number, for the reports of tests must not tell it. */
  static List<Integer> ways() {
    return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static String written(int way) {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    return switch (way) {
      case 0 -> "token: " + SECRET + "\n";
      case 1 -> Base64.getEncoder().encodeToString(bytes);
      case 2 ->
          Base64.getEncoder().encodeToString(("a" + SECRET + "b").getBytes(StandardCharsets.UTF_8));
      case 3 ->
          Base64.getUrlEncoder().encodeToString(("ab" + SECRET).getBytes(StandardCharsets.UTF_8));
      case 4 -> URLEncoder.encode("p=" + SECRET + "&q", StandardCharsets.UTF_8);
      case 5 -> "{\"a\":\"{\\\"password\\\":\\\"" + SECRET + "\\\"}\"}";
      case 6 -> HexFormat.of().formatHex(bytes);
      case 7 -> each("%%%02X");
      default -> each("\\u%04x");
    };
  }

  private static String each(String format) {
    return SECRET
        .chars()
        .mapToObj(c -> String.format(Locale.ROOT, format, c))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_planted_secret_is_found_wherever_it_stands(int way) throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("clean.log"), "nothing here");
    assertThat(MarkedSecrets.below(List.of(folder)).telling()).isEmpty();
    for (int before : new int[] {0, 1, 65_520, 65_536, 131_070}) {
      Path file = folder.resolve("a/b/" + before + ".log");
      Files.writeString(file, "x".repeat(before) + written(way) + "x".repeat(10));
      assertThat(MarkedSecrets.below(List.of(folder)).telling()).contains(file);
    }
    assertThat(MarkedSecrets.in(written(way))).isTrue();
  }

  @Test
  void a_search_says_how_much_it_searched() throws IOException {
    assertThat(MarkedSecrets.below(List.of(folder)).files()).isZero();
    Files.writeString(folder.resolve("a"), "12345");
    assertThat(MarkedSecrets.below(List.of(folder)))
        .isEqualTo(new MarkedSecrets.Report(1, 5, List.of()));
  }

  @Test
  void other_words_are_no_secret() {
    assertThat(Stream.of("", "secret", "Marked", "***")).noneMatch(MarkedSecrets::in);
  }
}
