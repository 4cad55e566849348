package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.internal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The console blocks of a page, run in their order in one home. Ids and times may differ; an id of
 * a finding that a command names is the one that was printed in its place. What is no command of
 * mooring is done by the shell.
 */
final class Transcripts {
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** Not a number, which a comma follows in a document. */
  private static final Pattern FINDING =
      Pattern.compile("(?m)(?<![-0-9a-f])[0-9a-f]{12}(?=[\"' ]|$)");

  private static final Path DOCUMENTS = Path.of(System.getProperty("mooring.root", ".."), "docs");
  private static final String HOME = "/home/ana/.mooring";
  private static final String MOORING = "mooring ";

  private final Path folder;
  private final Map<String, String> findings = new HashMap<>();
  private Run last = new Run(0, "", "");

  private record Step(String command, String output) {}

  /** Transcripts of an account with one region, whose settings beside its root are these. */
  Transcripts(Path folder, String settings) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("mooring.yaml"),
        "account: acme\nowner: {kind: user, name: ana}\n"
            + "regions: {local: {embedded: {root: "
            + folder
            + "/local}"
            + settings
            + "}}\n");
  }

  /** Runs those of a page, and returns how many commands there were. */
  int run(String page) throws IOException {
    List<Step> steps = steps(Files.readString(DOCUMENTS.resolve(page)));
    for (Step step : steps) {
      String found = run(step);
      assertThat(normal(found)).as(step.command()).isEqualTo(normal(step.output()));
      List<String> written = ids(step.output());
      List<String> printed = ids(found);
      for (int i = 0; i < written.size(); i++) {
        findings.put(written.get(i), printed.get(i));
      }
    }
    return steps.size();
  }

  private String run(Step step) throws IOException {
    if (step.command().equals("echo $?")) {
      return last.code() + "\n";
    }
    if (!step.command().startsWith(MOORING)) {
      return shell(step.command().replace(HOME, folder + "/local"));
    }
    List<String> arguments = new ArrayList<>();
    arguments.add("--config");
    arguments.add(folder.resolve("mooring.yaml").toString());
    Matcher word = WORD.matcher(step.command().substring(MOORING.length()));
    while (word.find()) {
      String argument = word.group().replaceAll("^[\"']|[\"']$", "");
      arguments.add(findings.getOrDefault(argument, argument));
    }
    last = Run.of(arguments.toArray(String[]::new));
    return last.code() == 0 ? last.out() : last.out() + last.err();
  }

  private String shell(String command) throws IOException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(
        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
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

  private static List<String> ids(String output) {
    return FINDING.matcher(output).results().map(found -> found.group()).toList();
  }

  /** What differs from run to run is made equal; the rest must be as it is written. */
  private String normal(String output) {
    return FINDING
        .matcher(output.replace(folder + "/local", HOME))
        .replaceAll("FINDING")
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
