package dev.mooring.cli.internal.audit;

import dev.mooring.admin.AuditBlindSpot;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditReport;
import dev.mooring.cli.internal.output.Style;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.cli.internal.output.Words;
import java.time.Instant;

/** A report for people: a table to look over, then each finding in full, then what was not seen. */
final class AuditText {
  private static final String INDENT = "  ";
  private static final String COMMAND = " kubectl patch ";

  private final int width;
  private final Style style;

  AuditText(int width, Style style) {
    this.width = width;
    this.style = style;
  }

  String of(AuditReport report, Instant now) {
    StringBuilder text = new StringBuilder();
    if (!report.isClean()) {
      Table table = new Table("ID", "KIND", "RESOURCE", "REGION", "AGE", "ACTION");
      for (AuditFinding finding : report.findings()) {
        table.row(
            finding.id(),
            finding.kind().word(),
            finding.resource(),
            finding.region(),
            finding.sinceIfKnown().map(since -> Words.age(since, now)).orElse("-"),
            finding.action().automatic() ? "apply" : "by hand");
      }
      text.append(table.render(width, style));
      report.findings().forEach(finding -> append(text, finding));
    }
    report.unseen().forEach(spot -> append(text, spot));
    return text.toString();
  }

  private void append(StringBuilder text, AuditFinding finding) {
    String does = finding.action().automatic() ? "apply: " : "by hand: ";
    text.append('\n').append(style.bold(finding.id() + " " + finding.resource())).append('\n');
    wrap(text, finding.words());
    wrap(text, does + finding.action().words());
  }

  private void append(StringBuilder text, AuditBlindSpot spot) {
    text.append('\n')
        .append(style.bold("not seen in " + spot.region() + ": " + spot.what()))
        .append('\n');
    wrap(text, spot.words());
  }

  /** A command stays on a line of its own, whole, so that it can be copied. */
  private void wrap(StringBuilder text, String words) {
    int command = words.indexOf(COMMAND);
    if (command > 0) {
      wrap(text, words.substring(0, command));
      text.append(INDENT).append(words.substring(command + 1)).append('\n');
      return;
    }
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : words.split(" ", -1)) {
      boolean begun = line.length() > INDENT.length();
      if (begun && line.length() + 1 + word.length() > width) {
        text.append(line).append('\n');
        line = new StringBuilder(INDENT).append(word);
      } else {
        line.append(begun ? " " : "").append(word);
      }
    }
    text.append(line).append('\n');
  }
}
