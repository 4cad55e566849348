package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.output.Style;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.describe.VolumeDescription;
import java.util.Locale;

/** What a backend shows of a volume, for people. */
final class BackendText {
  private BackendText() {}

  static String of(VolumeDescription description, Style style) {
    StringBuilder text = new StringBuilder(style.bold("Backend"));
    text.append(description.terms().isEmpty() ? "" : ": " + description.terms()).append('\n');
    description
        .findings()
        .forEach(
            finding ->
                text.append("  ")
                    .append(finding.kind())
                    .append(finding.name().isEmpty() ? "" : " " + finding.name())
                    .append(' ')
                    .append(finding.sight().name().toLowerCase(Locale.ROOT))
                    .append(finding.words().isEmpty() ? "" : ": " + finding.words())
                    .append('\n'));
    if (description.findings().isEmpty()) {
      text.append("  nothing\n");
    }
    text.append(style.bold("Backend events")).append('\n');
    description
        .events()
        .forEach(
            event ->
                text.append("  ")
                    .append(Words.time(event.last()))
                    .append(' ')
                    .append(event.about())
                    .append(": ")
                    .append(event.reason())
                    .append(event.count() > 1 ? " (" + event.count() + " times)" : "")
                    .append(", ")
                    .append(event.message())
                    .append('\n'));
    if (description.events().isEmpty()) {
      text.append("  none\n");
    }
    return text.toString();
  }
}
