package dev.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.junit.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README says what the code does. With {@code -Dmooring.readme=write} the blocks are written
 * anew instead of compared.
 */
@DisplayNameGeneration(Sentences.class)
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("mooring.root", ".."));
  private static final Path README = ROOT.resolve("README.md");

  @Test
  void itsExampleIsTheQuickstart() throws IOException {
    assertBlock("example", "```java\n" + quickstart() + "\n```");
  }

  @Test
  void itsExampleIsTheFirstProgramTextOfThePage() throws IOException {
    String readme = Files.readString(README);
    assertThat(readme.indexOf("```java")).isEqualTo(readme.indexOf("```java\n" + quickstart()));
  }

  @Test
  void itsExampleIsShort() throws IOException {
    assertThat(quickstart().lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void itsTableOfAbilitiesIsTheBackends(@TempDir Path folder) throws IOException {
    assertBlock("abilities", AbilityTable.markdown(folder.resolve("kubeconfig")));
  }

  private static String quickstart() throws IOException {
    List<String> lines =
        Files.readAllLines(
            ROOT.resolve("sdk-examples/src/main/java/dev/mooring/examples/Quickstart.java"));
    return lines.stream()
        .dropWhile(line -> !line.contains("// example: begin"))
        .skip(1)
        .takeWhile(line -> !line.contains("// example: end"))
        .map(line -> line.startsWith("    ") ? line.substring(4) : line)
        .collect(Collectors.joining("\n"));
  }

  private static void assertBlock(String name, String content) throws IOException {
    String begin = "<!-- " + name + " -->\n";
    String end = "\n<!-- /" + name + " -->";
    String readme = Files.readString(README);
    int from = readme.indexOf(begin);
    int to = readme.indexOf(end, from);
    assertThat(from).as("a block '%s' in README.md", name).isNotNegative();
    assertThat(to).as("the end of the block '%s' in README.md", name).isNotNegative();
    if ("write".equals(System.getProperty("mooring.readme"))) {
      String before = readme.substring(0, from + begin.length());
      Files.writeString(README, before + content + readme.substring(to));
      return;
    }
    String found = to < from + begin.length() ? "" : readme.substring(from + begin.length(), to);
    assertThat(found).as("the block '%s' of README.md", name).isEqualTo(content);
  }
}
