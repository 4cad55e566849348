package dev.mooring.embedded.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.config.Configuration;
import dev.mooring.error.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each text is so large, or says so much, that a cost growing with the square of its length would
 * take hours, or all memory; what grows with its length takes a second.
 */
@DisplayName("A hostile configuration")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileConfigurationTest {
  private static final int MANY = 900_000;

  @TempDir Path folder;

  static List<String> bombs() {
    List<String> bombs = new ArrayList<>();
    bombs.add(aliases());
    for (String part :
        List.of("[", "{", "{a: ", "[a, ", "{\"a\":", "- ", "? ", "a: [", "!", "&a ")) {
      bombs.add("a: " + part.repeat(MANY / part.length()));
      bombs.add(part.repeat(MANY / part.length()));
    }
    bombs.add("{\"account\":" + "9".repeat(MANY) + "}");
    bombs.add("timeouts: {wait: 1e999999999}\nretry: {attempts: 1e999999999}");
    bombs.add("prices: {currency: USD, rates: [{kind: drive, perMonth: 1e999999999, unit: GB}]}");
    bombs.add("account: " + "9".repeat(MANY));
    bombs.add("account: acme\n".repeat(MANY / 14));
    bombs.add("{" + "\"account\":\"acme\",".repeat(MANY / 17) + "\"account\":\"b\"}");
    bombs.add("account: \"a\\0b\"");
    bombs.add("account: a\u0000b");
    bombs.add("account: \ud800\udc00\ud800");
    bombs.add("{\"account\": \"\\ud800\"}");
    bombs.add("account: " + " ".repeat(MANY) + "'");
    bombs.add("account: |\n" + " x\n".repeat(MANY / 3));
    bombs.add("---\n".repeat(MANY / 4));
    bombs.add("a\n".repeat(MANY / 2));
    bombs.add("\"" + "\\x41".repeat(MANY / 4));
    bombs.add(manyBelowLongKeys());
    bombs.add(manyBelowOneLongKey());
    bombs.add(unknownKeys());
    bombs.add("regions: {" + "r: {embedded: {root: x}}, ".repeat(MANY / 25) + "}");
    return bombs;
  }

  /** What says 10^9 texts where aliases are followed. */
  private static String aliases() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String below = "*a" + (i - 1);
      text.append("a").append(i).append(": &a").append(i).append(" [").append(below);
      text.append((", " + below).repeat(9)).append("]\n");
    }
    return text.toString();
  }

  /** Each key's path holds all keys above it. */
  private static String manyBelowLongKeys() {
    StringBuilder text = new StringBuilder();
    for (int depth = 0; depth < 28; depth++) {
      text.append("{").append("k".repeat(1000)).append(": ");
    }
    text.append("{");
    for (int i = 0; text.length() < MANY; i++) {
      text.append("k").append(i).append(": 1, ");
    }
    return text.append("}").append("}".repeat(28)).toString();
  }

  private static String manyBelowOneLongKey() {
    StringBuilder text = new StringBuilder("{\"" + "k".repeat(49_000) + "\": {");
    for (int i = 0; text.length() < MANY; i++) {
      text.append("\"k").append(i).append("\": 1, ");
    }
    return text.append("\"z\": 1}}").toString();
  }

  private static String unknownKeys() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < MANY; i++) {
      text.append("accoun").append(i).append(": 1\n");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "number {index} is refused at the cost of reading it")
  @MethodSource("bombs")
  void bomb(String text) {
    assertThatThrownBy(() -> Configuration.parse(text)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  @DisplayName("of 10 MB is not even read")
  void large() throws IOException {
    Path file = folder.resolve("mooring.yaml");
    Files.write(file, "# comment\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
    assertThat(Files.size(file)).isGreaterThan(10_000_000);
    assertThatThrownBy(() -> Configuration.load(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("1 MiB");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'a'});
    assertThatThrownBy(() -> Configuration.load(file)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  @DisplayName("is told from a large honest one")
  void honest() {
    StringBuilder text = new StringBuilder(ConfigurationTexts.YAML);
    text.append("#".repeat(500_000)).append("\n");
    assertThatCode(() -> Configuration.parse(text.toString())).doesNotThrowAnyException();
  }
}
