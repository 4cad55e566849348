package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.internal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transcripts are run in their order, in one home; ids and times may differ. */
@DisplayName("docs/cli.md:")
class TranscriptTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("mooring.root", ".."), "docs", "cli.md");
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final String HOME = "/home/ana/.mooring";

  @TempDir private Path folder;

  private record Step(String command, String output) {}

  @Test
  @DisplayName("what its transcripts show is what happens")
  void transcriptsAreTrue() throws IOException {
    Files.writeString(
        folder.resolve("mooring.yaml"),
        "account: acme\nowner: {kind: user, name: ana}\n"
            + "regions: {local: {embedded: {root: "
            + folder
            + "/local}}}\n");
    Run last = new Run(0, "", "");
    List<Step> steps = steps(Files.readString(DOCUMENT));
    for (Step step : steps) {
      String found;
      if (step.command().equals("echo $?")) {
        found = last.code() + "\n";
      } else {
        last = run(step.command());
        found = last.code() == 0 ? last.out() : last.out() + last.err();
      }
      assertThat(normal(found)).as(step.command()).isEqualTo(normal(step.output()));
    }
    assertThat(steps).hasSizeGreaterThan(10);
  }

  private static List<Step> steps(String document) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(document);
    while (block.find()) {
      for (String part : block.group(1).split("(?m)^\\$ ", -1)) {
        if (!part.isBlank()) {
          int end = part.indexOf('\n');
          steps.add(new Step(part.substring(0, end).strip(), part.substring(end + 1)));
        }
      }
    }
    return steps;
  }

  private Run run(String command) {
    assertThat(command).startsWith("mooring ");
    List<String> arguments = new ArrayList<>();
    arguments.add("--config");
    arguments.add(folder.resolve("mooring.yaml").toString());
    Matcher word = WORD.matcher(command.substring("mooring ".length()));
    while (word.find()) {
      arguments.add(word.group().replaceAll("^[\"']|[\"']$", ""));
    }
    return Run.of(arguments.toArray(String[]::new));
  }

  /** What differs from run to run is made equal; the rest must be as it is written. */
  private String normal(String output) {
    return output
        .replace(folder + "/local", HOME)
        .replaceAll("[0-9a-f]{64}", "SHA")
        .replaceAll("vol-[0-9a-f]{32}", "VOLUME")
        .replaceAll("snap-[0-9a-f]{32}", "SNAPSHOT")
        .replaceAll("-[0-9a-f]{12}\\b", "-OPERATION")
        .replaceAll("-[0-9a-f]{20}\\b", "-KEY")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME")
        .replaceAll("\\b\\d+[smh] +", "AGE ")
        .replaceAll("(?m) +$", "")
        .strip();
  }
}
