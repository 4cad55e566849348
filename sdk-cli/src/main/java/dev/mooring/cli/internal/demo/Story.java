package dev.mooring.cli.internal.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells the steps as they happen; with {@code --json} all at once, at the end. */
final class Story {
  private static final int WIDTH = 12;
  private final Cli cli;
  private final ArrayNode steps = Json.texts(List.of());

  Story(Cli cli) {
    this.cli = cli;
  }

  /** Tells a step: a word for it, and what came of it, in one or more lines. */
  void step(String word, String... lines) {
    ObjectNode step = steps.addObject().put("step", word);
    step.set("lines", Json.texts(Arrays.asList(lines)));
    if (cli.options().json()) {
      return;
    }
    String number = String.format(Locale.ROOT, "%2d. ", steps.size());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      String head = i == 0 ? number + word : "";
      text.append(i == 0 ? cli.style().bold(head) : head)
          .append(" ".repeat(Math.max(1, WIDTH - head.length())))
          .append(lines[i])
          .append('\n');
    }
    cli.printRaw(text.toString());
  }

  /** Ends it. */
  void end(ObjectNode summary) {
    if (cli.options().json()) {
      summary.set("steps", steps);
      cli.printRaw(Json.write(summary));
    }
  }
}
